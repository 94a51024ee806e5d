import { GatewayError } from '../../errors/GatewayError.ts';
import { RequestError } from '../../errors/RequestError.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { readBytes } from '../readBytes.ts';
import { toGatewayError } from './toGatewayError.ts';

const MAX_ANSWER_BYTES = 256 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/** One request to HajiQ Pay, and what is needed to speak of its failure. */
export interface GatewayRequest {
  url: string;
  init: RequestInit;
  /** What the API key has to be allowed, as the end of a sentence: "read payments". */
  capability: string;
  /** Milliseconds until the whole answer has to be there, headers and body. */
  timeoutMs: number;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads the answer up to its cap; undefined when it is not JSON, or is an error that is too long to be one. */
async function readAnswer(response: Response): Promise<unknown> {
  const isError = response.status >= 400;
  try {
    return parseJson(await readBytes(response, isError ? MAX_ERROR_BYTES : MAX_ANSWER_BYTES));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    void response.body?.cancel().catch(() => {});
    if (isError) return undefined;
    throw new GatewayError('bad_gateway_response', {
      detail: `The answer is over ${MAX_ANSWER_BYTES / 1024} kB.`,
      status: response.status,
    });
  }
}

async function exchange(send: typeof fetch, url: string, init: RequestInit) {
  const response = await send(url, { ...init, redirect: 'manual' });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    void response.body?.cancel().catch(() => {});
    throw new GatewayError('bad_gateway_response', {
      detail: 'HajiQ Pay answered with a redirect, which is never followed.',
    });
  }
  return { response, answer: await readAnswer(response) };
}

/** Rejects after the deadline, whether or not what it waits for listens to the signal. */
async function withDeadline<Result>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      deadline.abort();
      reject(new Error(`No whole answer in ${timeoutMs / 1000} s.`));
    }, timeoutMs);
  });
  return Promise.race([work(deadline.signal), elapsed]).finally(() => clearTimeout(timer));
}

/**
 * Sends one request to HajiQ Pay, once, and returns the `data` of its envelope.
 *
 * A redirect is refused, for a followed one would hand the API key to another host.
 *
 * @throws {GatewayError} For every answer that is not `{ success: true, data }` under a 2xx status, and for none.
 */
export async function requestGateway(
  send: typeof fetch,
  { url, init, capability, timeoutMs }: GatewayRequest,
): Promise<unknown> {
  const { response, answer } = await withDeadline(timeoutMs, (signal) =>
    exchange(send, url, { ...init, signal }),
  ).catch((cause: unknown) => {
    if (cause instanceof GatewayError) throw cause;
    throw new GatewayError('gateway_unavailable', { detail: 'No answer came from HajiQ Pay.', cause });
  });
  if (!response.ok || !isRecord(answer) || answer.success !== true) {
    throw toGatewayError(response, answer, capability);
  }
  return answer.data;
}
