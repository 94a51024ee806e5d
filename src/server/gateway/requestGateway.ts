import { GatewayError } from '../../errors/GatewayError.ts';
import { RequestError } from '../../errors/RequestError.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { readBytes } from '../readBytes.ts';

/** One deadline for headers and body together. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/** Makes the gateway's own words fit for a log: one line, and nobody's address or key. */
function toLogText(text: string): string {
  return text
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/\S+@\S+/g, '[e-mail]')
    .replaceAll(/\b(?:hqp|whsec|sk|rk|pk|pi)_\w+/g, '[key]')
    .slice(0, 200);
}

/** Reads the guide's error envelope, or classes the answer by its status. */
function toGatewayError(status: number, answer: unknown): GatewayError {
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : {};
  const isCode = typeof error.code === 'string' && /^[A-Z_]{1,64}$/.test(error.code);
  const gatewayCode = isCode ? String(error.code) : undefined;
  const said = typeof error.message === 'string' ? ` "${toLogText(error.message)}"` : '';
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

async function exchange(send: typeof fetch, url: string, init: RequestInit) {
  const response = await send(url, { ...init, redirect: 'manual' });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    throw new GatewayError('bad_gateway_response', {
      detail: 'HajiQ Pay answered with a redirect, which is never followed.',
    });
  }
  return { response, answer: await readJson(response) };
}

/** Rejects after the deadline, whether or not what it waits for listens to the signal. */
async function withDeadline<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const deadline = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      deadline.abort();
      reject(new Error(`No answer in ${TIMEOUT_MS / 1000} s.`));
    }, TIMEOUT_MS);
  });
  return Promise.race([work(deadline.signal), elapsed]).finally(() => clearTimeout(timer));
}

/**
 * Sends one request to HajiQ Pay and returns the `data` of its envelope.
 *
 * A redirect is refused, for a followed one would hand the API key to another host.
 *
 * @throws {GatewayError} For every answer that is not `{ success: true, data }` under a 2xx status, and for none.
 */
export async function requestGateway(send: typeof fetch, url: string, init: RequestInit): Promise<unknown> {
  const { response, answer } = await withDeadline((signal) => exchange(send, url, { ...init, signal })).catch(
    (cause: unknown) => {
      if (cause instanceof GatewayError) throw cause;
      if (cause instanceof RequestError) {
        throw new GatewayError('bad_gateway_response', { detail: 'The answer is too large or too slow.' });
      }
      throw new GatewayError('gateway_unavailable', { detail: 'No answer came from HajiQ Pay.', cause });
    },
  );
  if (!response.ok) throw toGatewayError(response.status, answer);
  if (!isRecord(answer) || answer.success !== true) {
    throw new GatewayError('bad_gateway_response', {
      detail: `The answer under ${response.status} is not a success.`,
    });
  }
  return answer.data;
}
