/** Says that a body is larger than it may be. */
export class BodyTooLarge extends Error {}

/**
 * Reads the body of a request or an answer, as bytes, up to a cap.
 *
 * @throws {BodyTooLarge} As soon as the cap is passed; the rest is not read.
 */
export async function readBytes(message: Request | Response, maxBytes: number): Promise<Uint8Array> {
  if (message.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message.body as ReadableStream<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
