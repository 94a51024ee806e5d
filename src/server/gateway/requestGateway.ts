import { GatewayError } from '../../errors/GatewayError.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { BodyTooLarge, readBytes } from '../readBytes.ts';

/** One deadline for headers and body together. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/** Reads the guide's error envelope, or classes the answer by its status. */
function toGatewayError(status: number, answer: unknown): GatewayError {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const gatewayCode = typeof error.code === 'string' ? error.code : undefined;
  const said = typeof error.message === 'string' ? ` "${error.message.slice(0, 200)}"` : '';
  const isTemporary = status === 429 || status >= 500;
  return new GatewayError(isTemporary ? 'gateway_unavailable' : 'gateway_refused', {
    detail: `HajiQ Pay answered ${status} ${gatewayCode ?? 'without an error code'}${said}.`,
    status,
    gatewayCode,
  });
}

async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBytes(response, MAX_ANSWER_BYTES);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Sends one request to HajiQ Pay and returns the `data` of its envelope.
 *
 * A redirect is refused, for a followed one would hand the API key to another host.
 *
 * @throws {GatewayError} For every answer that is not `{ success: true, data }` under a 2xx status, and for none.
 */
export async function requestGateway(send: typeof fetch, url: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  let answer: unknown;
  try {
    response = await send(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw new GatewayError('bad_gateway_response', {
        detail: 'HajiQ Pay answered with a redirect, which is never followed.',
      });
    }
    answer = await readJson(response);
  } catch (cause) {
    if (cause instanceof GatewayError) throw cause;
    if (cause instanceof BodyTooLarge)
      throw new GatewayError('bad_gateway_response', { detail: 'The answer is too large.' });
    throw new GatewayError('gateway_unavailable', { detail: 'No answer came from HajiQ Pay.', cause });
  }
  if (!response.ok) throw toGatewayError(response.status, answer);
  if (!isRecord(answer) || answer.success !== true) {
    throw new GatewayError('bad_gateway_response', {
      detail: `The answer under ${response.status} is not a success.`,
    });
  }
  return answer.data;
}
