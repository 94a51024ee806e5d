const encoder = new TextEncoder();

async function importHmac(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function toBase64Url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{43}$/.test(text)) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

/** Gives each payment a bearer token of 256 bits that reads its status and does nothing else. */
export interface StatusTokens {
  issue(paymentId: string): Promise<string>;
  /** Tells, in constant time, whether the token is this payment's. */
  isValid(paymentId: string, token: string): Promise<boolean>;
}

/**
 * Derives status tokens from the API key, by a key of their own: a token can be given again without being
 * remembered, and nothing else that is signed with the API key or the webhook secret can pass for one.
 */
export function statusTokens(apiKey: string): StatusTokens {
  let derived: Promise<CryptoKey> | undefined;
  const tokenKey = () =>
    (derived ??= (async () => {
      const root = await importHmac(encoder.encode(apiKey));
      return importHmac(
        await crypto.subtle.sign('HMAC', root, encoder.encode('hajiq-checkout status token v1')),
      );
    })());

  return {
    async issue(paymentId) {
      return toBase64Url(await crypto.subtle.sign('HMAC', await tokenKey(), encoder.encode(paymentId)));
    },
    async isValid(paymentId, token) {
      const mac = fromBase64Url(token);
      // One token, one spelling: the last character of another may stand for the same bytes.
      if (mac === undefined || toBase64Url(mac.buffer) !== token) return false;
      return crypto.subtle.verify('HMAC', await tokenKey(), mac, encoder.encode(paymentId));
    },
  };
}
