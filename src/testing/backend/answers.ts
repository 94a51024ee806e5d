import { BackendError, type BackendErrorCode } from '../../errors/BackendError.ts';
import type { Payment } from '../../protocol/payment.ts';

/** The payment of an order, with what only its customer is told. */
export interface ScriptedPayment extends Payment {
  clientSecret: string;
  statusToken: string;
  /** Grows with each change of the status. */
  version: number;
}

const toETag = ({ version }: ScriptedPayment) => `"v${version}"`;

/** Tells whether a browser has seen a payment as it is now. */
export const hasSeen = (payment: ScriptedPayment, headers: Headers): boolean =>
  headers.get('if-none-match') === toETag(payment);

const answer = (status: number, body: string | null, headers: Record<string, string>) =>
  new Response(body, {
    status,
    headers: { 'Cache-Control': 'no-store', 'X-Request-Id': crypto.randomUUID(), ...headers },
  });

export const answerJson = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  answer(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });

/** Answers with an error of the protocol, in the backend's own words. */
export function answerFault(code: BackendErrorCode, retryAfterSeconds?: number): Response {
  const { status, message } = new BackendError(code);
  const requestId = crypto.randomUUID();
  return answerJson(
    status,
    { error: { code, message, requestId } },
    {
      'X-Request-Id': requestId,
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
  );
}

const toPublic = ({ paymentId, status, amount, currency, updatedAt }: ScriptedPayment): Payment => ({
  paymentId,
  status,
  amount,
  currency,
  updatedAt,
});

/** Answers `POST /payments` with a payment that is open. */
export function answerPayment(payment: ScriptedPayment, isNew: boolean, isOfTheGuide: boolean): Response {
  const { clientSecret, statusToken } = payment;
  return answerJson(
    isNew ? 201 : 200,
    isOfTheGuide ? { clientSecret } : { ...toPublic(payment), clientSecret, statusToken },
  );
}

/** Answers `POST /payments` with a payment that no card can change any more. */
export function answerSettled(payment: ScriptedPayment): Response {
  const { code, message } = new BackendError('order_already_settled');
  const { statusToken } = payment;
  return answerJson(409, { error: { code, message }, payment: { ...toPublic(payment), statusToken } });
}

/** Answers `GET /payments/{paymentId}`. */
export function answerStatus(payment: ScriptedPayment, hasSeenIt: boolean, hasWaited: boolean): Response {
  const headers = { ETag: toETag(payment), ...(hasWaited && { 'Preference-Applied': 'wait' }) };
  return hasSeenIt ? answer(304, null, headers) : answerJson(200, toPublic(payment), headers);
}
