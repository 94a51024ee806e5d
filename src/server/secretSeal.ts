import { ServerConfigError } from '../errors/ServerConfigError.ts';
import { fromBase64Url, toBase64Url } from './base64Url.ts';
import { deriveKeys } from './deriveKey.ts';

const IV_BYTES = 12;
const encoder = new TextEncoder();

/** Encrypts client secrets for the store: whoever reads the database cannot confirm a payment with what is in it. */
export interface SecretSeal {
  seal(paymentId: string, clientSecret: string): Promise<string>;
  /** @throws {ConfigError} `seal_key_missing` when none of the keys opens it. */
  open(paymentId: string, sealed: string): Promise<string>;
}

/**
 * Seals with AES-256-GCM, each secret bound to its payment.
 *
 * @param secrets The first seals; what any of them has sealed is opened.
 */
export function secretSeal(secrets: readonly string[]): SecretSeal {
  const sealKeys = deriveKeys(secrets, 'client secret v1', { name: 'AES-GCM', length: 256 });
  const algorithm = (paymentId: string, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(paymentId),
  });

  return {
    async seal(paymentId, clientSecret) {
      const [key] = await sealKeys();
      if (key === undefined) throw new Error('secretSeal needs a secret');
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(algorithm(paymentId, iv), key, encoder.encode(clientSecret));
      return `${toBase64Url(iv)}.${toBase64Url(sealed)}`;
    },

    async open(paymentId, sealed) {
      const [iv, data] = sealed.split('.').map(fromBase64Url);
      if (iv !== undefined && data !== undefined) {
        for (const key of await sealKeys()) {
          const opened = await crypto.subtle
            .decrypt(algorithm(paymentId, iv), key, data)
            .catch(() => undefined);
          if (opened !== undefined) return new TextDecoder().decode(opened);
        }
      }
      throw new ServerConfigError('seal_key_missing');
    },
  };
}
