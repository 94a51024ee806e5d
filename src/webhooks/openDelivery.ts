import { ConfigError } from '../errors/ConfigError.ts';
import { ServerConfigError } from '../errors/ServerConfigError.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { assertWebhookSecret } from './assertWebhookSecret.ts';
import { hmacKey } from './hmacKey.ts';
import { parseSignature } from './parseSignature.ts';
import { toSignedBytes } from './signWebhook.ts';

/** How far a delivery's timestamp may be from our clock, in seconds, both ways (the guide: five minutes). */
const TOLERANCE_SECONDS = 300;

export interface VerifyWebhookInput {
  /** The request's body, byte for byte as it arrived. Not a string, and never parsed and printed again. */
  body: Uint8Array | ArrayBuffer;
  /** The `X-HajiQ-Signature` header. */
  signature: string | null | undefined;
  /** The webhook secret, or two while one replaces the other. */
  secrets: string | readonly string[];
  /** Seconds since the epoch. Defaults to the clock. */
  now?: number;
}

/** A delivery that HajiQ Pay has signed. */
export interface OpenedDelivery {
  bytes: Uint8Array;
  /** Whether it was signed more than five minutes ago: then it may be a replay, or a retry that was not signed anew. */
  isStale: boolean;
}

async function isSignedByAny(
  secrets: readonly string[],
  macs: readonly Uint8Array<ArrayBuffer>[],
  signed: Uint8Array<ArrayBuffer>,
) {
  let found = false;
  for (const secret of secrets) {
    const key = await hmacKey(secret);
    // No early return: the time taken does not tell which secret or which MAC matched. `verify` compares in constant time.
    for (const mac of macs) found = (await crypto.subtle.verify('HMAC', key, mac, signed)) || found;
  }
  return found;
}

/**
 * Checks that a delivery was signed by HajiQ Pay, and tells whether it is of now.
 *
 * The signature covers the bytes of the body, so it is checked before anything is parsed; a forged delivery costs no
 * more than the check.
 *
 * @throws {WebhookError} When the signature is missing, malformed, of another secret, or of the future.
 * @throws {ConfigError} When a secret is empty or of another kind, or when the body was parsed already.
 */
export async function openDelivery({
  body,
  signature,
  secrets,
  now,
}: VerifyWebhookInput): Promise<OpenedDelivery> {
  const allSecrets = typeof secrets === 'string' ? [secrets] : secrets;
  if (allSecrets.length === 0)
    throw new ConfigError('invalid_option', { detail: 'No webhook secret is set.' });
  allSecrets.forEach(assertWebhookSecret);
  if (!(body instanceof Uint8Array) && !(body instanceof ArrayBuffer))
    throw new ServerConfigError('body_already_parsed');
  if (signature === null || signature === undefined || signature === '')
    throw new WebhookError('missing_signature');

  const bytes = body instanceof Uint8Array ? body : new Uint8Array(body);
  const { timestamp, macs } = parseSignature(signature);
  if (!(await isSignedByAny(allSecrets, macs, toSignedBytes(timestamp, bytes)))) {
    throw new WebhookError('signature_mismatch');
  }
  const age = (now ?? Math.floor(Date.now() / 1000)) - Number(timestamp);
  if (age < -TOLERANCE_SECONDS) throw new WebhookError('future_signature');
  return { bytes, isStale: age > TOLERANCE_SECONDS };
}
