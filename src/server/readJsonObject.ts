import { RequestError } from '../errors/RequestError.ts';
import { isRecord } from '../protocol/isRecord.ts';
import { readBytes } from './readBytes.ts';
import { refuseLargeBody } from './refuseLargeBody.ts';

const MAX_BODY_BYTES = 16 * 1024;

/**
 * Reads the JSON object a browser sent.
 *
 * @throws {RequestError} When it is of another type, too large, or not a JSON object.
 */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  // A page of another origin cannot send this type without the browser asking first.
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) throw new RequestError('unsupported_media_type');
  const bytes = await readBytes(request, MAX_BODY_BYTES).catch(refuseLargeBody);
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RequestError('invalid_body', { detail: 'The body is not JSON in UTF-8.' });
  }
  if (!isRecord(body)) throw new RequestError('invalid_body', { detail: 'The body is not a JSON object.' });
  return body;
}
