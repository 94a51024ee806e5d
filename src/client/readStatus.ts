import { RequestError } from '../errors/RequestError.ts';
import { parsePayment, type Payment, type StatusAccess } from '../protocol/payment.ts';
import { askBackend, toRequestError } from './askBackend.ts';
import type { Backend } from './Backend.ts';

/** How long the backend may hold the request, in seconds. */
const WAIT_SECONDS = 25;

/** What one question for the status brought. */
export type StatusAnswer =
  /** `hasWaited`: the backend held the request, so the next one may follow at once. */
  | { kind: 'payment'; payment: Payment; etag?: string; hasWaited: boolean }
  | { kind: 'unchanged'; hasWaited: boolean }
  | { kind: 'error'; error: RequestError };

/**
 * Asks the merchant's backend for a payment's status.
 *
 * When the browser has seen a status already (`etag`), the backend is asked to hold the request until there is
 * another; a backend that cannot hold answers at once. Never rejects but when aborted.
 */
export async function readStatus(
  backend: Backend,
  { paymentId, statusToken }: StatusAccess,
  { etag, signal }: { etag?: string; signal?: AbortSignal },
): Promise<StatusAnswer> {
  try {
    const answer = await askBackend(backend, `/payments/${encodeURIComponent(paymentId)}`, {
      headers: {
        Authorization: `Bearer ${statusToken}`,
        ...(etag !== undefined && { 'If-None-Match': etag, Prefer: `wait=${WAIT_SECONDS}` }),
      },
      signal,
    });
    const hasWaited = answer.headers.get('preference-applied')?.includes('wait') === true;
    if (answer.status === 304) return { kind: 'unchanged', hasWaited };
    if (answer.status !== 200) return { kind: 'error', error: toRequestError(answer) };
    const payment = parsePayment(answer.body);
    if (payment.paymentId !== paymentId) {
      const detail = 'The answer is about another payment.';
      throw new RequestError('backend_answer_invalid', { detail });
    }
    return { kind: 'payment', payment, etag: answer.headers.get('etag') ?? undefined, hasWaited };
  } catch (error) {
    if (signal?.aborted === true || !(error instanceof RequestError)) throw error;
    return { kind: 'error', error };
  }
}
