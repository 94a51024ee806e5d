import { hmacKey } from './hmacKey.ts';

const encoder = new TextEncoder();

/** Joins what is signed: the timestamp, a dot, and the body's bytes as they travel. */
export function toSignedBytes(timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(`${timestamp}.`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/**
 * Signs a body as HajiQ Pay does and returns the `X-HajiQ-Signature` header.
 *
 * @param timestamp Seconds since the epoch.
 */
export async function signWebhook(body: Uint8Array, secret: string, timestamp: number): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(secret), toSignedBytes(String(timestamp), body));
  const hex = Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `t=${timestamp},v1=${hex}`;
}
