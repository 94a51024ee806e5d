import { WebhookError } from '../errors/WebhookError.ts';

interface Signature {
  /** Seconds since the epoch, as they stand in the header: these characters are what was signed. */
  timestamp: string;
  /** Up to eight MACs of 32 bytes; a sender that rotates its secret sends more than one. */
  macs: Uint8Array<ArrayBuffer>[];
}

const timestampShape = /^(?:0|[1-9]\d{0,11})$/;
const macShape = /^[0-9a-f]{64}$/;
const MAX_MACS = 8;

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

/**
 * Reads an `X-HajiQ-Signature` header: exactly one `t`, one to eight `v1`, other keys ignored.
 *
 * @throws {WebhookError} `malformed_signature` when it is of any other form.
 */
export function parseSignature(header: string): Signature {
  const timestamps: string[] = [];
  const macs: string[] = [];
  for (const pair of header.split(',')) {
    const equals = pair.indexOf('=');
    const [key, value] = [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)];
    // Two headers arrive joined by a comma and a space: a second `t` must not hide behind it.
    if (!/^\w+$/.test(key)) throw new WebhookError('malformed_signature');
    if (key === 't') timestamps.push(value);
    if (key === 'v1') macs.push(value);
  }
  const [timestamp] = timestamps;
  if (
    timestamp === undefined ||
    timestamps.length > 1 ||
    !timestampShape.test(timestamp) ||
    macs.length === 0 ||
    macs.length > MAX_MACS ||
    !macs.every((mac) => macShape.test(mac))
  ) {
    throw new WebhookError('malformed_signature');
  }
  return { timestamp, macs: macs.map(fromHex) };
}
