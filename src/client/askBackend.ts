import { RequestError } from '../errors/RequestError.ts';
import { isRecord } from '../protocol/isRecord.ts';
import { toBackendUrl, type Backend } from './Backend.ts';

/** What the backend said: its status, its headers, and its body as JSON. */
export interface BackendAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

function toRetryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** Makes the error an answer stands for: the backend's own code and words where it gave them, else what the status tells. */
export function toRequestError({ status, headers, body }: BackendAnswer): RequestError {
  const said = isRecord(body) && isRecord(body.error) ? body.error : {};
  const guessed =
    status >= 500 ? 'internal_error' : status === 429 ? 'rate_limited' : 'backend_answer_invalid';
  return new RequestError(typeof said.code === 'string' ? said.code : guessed, {
    detail: `The backend answered ${status}.`,
    explanation: typeof said.message === 'string' ? said.message : undefined,
    status,
    retryAfterMs: toRetryAfterMs(headers),
  });
}

/**
 * Sends one request to the merchant's backend and returns its answer, whatever its status.
 *
 * @throws {RequestError} `backend_unreachable` when none came; `backend_answer_invalid` when it is not JSON.
 */
export async function askBackend(backend: Backend, path: string, init: RequestInit): Promise<BackendAnswer> {
  const send = backend.fetch ?? fetch;
  let response: Response;
  let text: string;
  try {
    response = await send(toBackendUrl(backend, path), {
      credentials: 'same-origin',
      cache: 'no-store',
      ...init,
    });
    text = await response.text();
  } catch (cause) {
    throw new RequestError('backend_unreachable', { cause });
  }
  const { status, headers } = response;
  if (text === '') return { status, headers, body: undefined };
  try {
    return { status, headers, body: JSON.parse(text) };
  } catch {
    if (status >= 500 || status === 408 || status === 429) return { status, headers, body: undefined };
    throw new RequestError('backend_answer_invalid', {
      detail: `The backend answered ${status} with something other than JSON.`,
      status,
    });
  }
}
