import { BackendError } from '../errors/BackendError.ts';

/**
 * Refuses a body that is not plain JSON in UTF-8.
 *
 * A page of another origin cannot send this type without the browser asking first.
 *
 * @throws {RequestError} `unsupported_media_type`
 */
export function assertJson(request: Request): void {
  const type = request.headers.get('content-type') ?? '';
  const isJson = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);
  if (!isJson || request.headers.has('content-encoding')) throw new BackendError('unsupported_media_type');
}
