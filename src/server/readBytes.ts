import { ServerConfigError } from '../errors/ServerConfigError.ts';
import { BackendError } from '../errors/BackendError.ts';

/** How long a body may take to arrive, in milliseconds. */
const DEADLINE_MS = 10_000;

/**
 * Reads the body of a request or an answer, as bytes, up to a cap and within ten seconds.
 *
 * @throws {RequestError} `body_too_large` as soon as the cap is passed, `body_too_slow` after the deadline; the rest is
 *   not read.
 * @throws {ConfigError} `body_already_parsed` when somebody else has read it.
 */
export async function readBytes(message: Request | Response, maxBytes: number): Promise<Uint8Array> {
  if (message.body === null) return new Uint8Array();
  if (message.bodyUsed || message.body.locked) throw new ServerConfigError('body_already_parsed');
  const reader = (message.body as ReadableStream<Uint8Array>).getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel().catch(() => {});
  }, DEADLINE_MS);

  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > maxBytes) throw new BackendError('body_too_large');
      chunks.push(read.value);
    }
  } finally {
    clearTimeout(timer);
    reader.releaseLock();
  }
  if (isLate) throw new BackendError('body_too_slow');

  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
