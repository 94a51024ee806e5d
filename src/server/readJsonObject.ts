import { BackendError } from '../errors/BackendError.ts';
import { isRecord } from '../protocol/isRecord.ts';
import { assertJson } from './assertJson.ts';
import { readBytes } from './readBytes.ts';

const MAX_BODY_BYTES = 16 * 1024;

/**
 * Reads the JSON object a browser sent.
 *
 * @throws {RequestError} When it is of another type, too large, too slow, or not a JSON object.
 */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  assertJson(request);
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BackendError('invalid_body', { detail: 'The body is not JSON in UTF-8.' });
  }
  if (!isRecord(body)) throw new BackendError('invalid_body', { detail: 'The body is not a JSON object.' });
  return body;
}
