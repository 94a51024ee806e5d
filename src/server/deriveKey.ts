const encoder = new TextEncoder();

type DerivedKey = { name: 'HMAC'; hash: 'SHA-256'; length: 256 } | { name: 'AES-GCM'; length: 256 };

/** Derives, from a secret, a key of its own for one purpose (HKDF-SHA-256), so that no key serves two. */
async function derive(secret: string, purpose: string, algorithm: DerivedKey): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const usages: KeyUsage[] = algorithm.name === 'HMAC' ? ['sign', 'verify'] : ['encrypt', 'decrypt'];
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: encoder.encode(`hajiq-checkout ${purpose}`),
    },
    root,
    algorithm,
    false,
    usages,
  );
}

/** Derives a key for one purpose from each secret, when they are first asked for. */
export function deriveKeys(secrets: readonly string[], purpose: string, algorithm: DerivedKey) {
  let keys: Promise<CryptoKey[]> | undefined;
  return () => (keys ??= Promise.all(secrets.map((secret) => derive(secret, purpose, algorithm))));
}
