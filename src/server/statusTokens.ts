import { fromBase64Url, toBase64Url } from './base64Url.ts';
import { deriveKeys } from './deriveKey.ts';

const encoder = new TextEncoder();

/** Gives each payment a bearer token of 256 bits that reads its status and does nothing else. */
export interface StatusTokens {
  issue(paymentId: string): Promise<string>;
  /** Tells, in constant time, whether the token is this payment's. */
  isValid(paymentId: string, token: string): Promise<boolean>;
}

/**
 * Derives status tokens by a key of their own: a token can be given again without being remembered, and nothing else
 * that is signed with the same secrets can pass for one.
 *
 * @param secrets The first issues; a token of any of them is taken.
 */
export function statusTokens(secrets: readonly string[]): StatusTokens {
  const tokenKeys = deriveKeys(secrets, 'status token v2', { name: 'HMAC', hash: 'SHA-256', length: 256 });

  return {
    async issue(paymentId) {
      const [key] = await tokenKeys();
      if (key === undefined) throw new Error('statusTokens needs a secret');
      return toBase64Url(await crypto.subtle.sign('HMAC', key, encoder.encode(paymentId)));
    },

    async isValid(paymentId, token) {
      const mac = fromBase64Url(token);
      if (mac === undefined) return false;
      const payment = encoder.encode(paymentId);
      const verdicts = await Promise.all(
        (await tokenKeys()).map((key) => crypto.subtle.verify('HMAC', key, mac, payment)),
      );
      return verdicts.includes(true);
    },
  };
}
