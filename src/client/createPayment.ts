import type { Money } from '../protocol/money.ts';
import { isRecord } from '../protocol/isRecord.ts';
import {
  parsePayment,
  parsePreparedPayment,
  parseStatusAccess,
  type Payment,
  type PreparedPayment,
  type StatusAccess,
} from '../protocol/payment.ts';
import { isSettled } from '../protocol/paymentStatus.ts';
import { askBackend, toRequestError } from './askBackend.ts';
import type { Backend } from './Backend.ts';

/** What the backend has for an order: a payment to confirm, or one that is settled already. */
export type OrderPayment =
  | { kind: 'prepared'; payment: PreparedPayment }
  | { kind: 'settled'; payment: Payment; access?: StatusAccess };

/** What is asked for. Only a donor says how much: the price of anything else is the server's. */
type OrderRequest = { orderId: string } | ({ orderId: string } & Money);

/** How long the backend may take; its own deadline towards the gateway is shorter. */
const TIMEOUT_MS = 20_000;

/** What is under way, for each `fetch`: another one may carry another customer's session. */
const inFlight = new WeakMap<typeof fetch, Map<string, Promise<OrderPayment>>>();

async function requestPayment(backend: Backend, order: OrderRequest): Promise<OrderPayment> {
  const answer = await askBackend(backend, '/payments', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.status === 409 && isRecord(answer.body) && isRecord(answer.body.payment)) {
    const payment = parsePayment(answer.body.payment);
    if (!isSettled(payment.status)) throw toRequestError(answer);
    return { kind: 'settled', payment, access: parseStatusAccess(answer.body.payment) };
  }
  if (answer.status < 200 || answer.status >= 300) throw toRequestError(answer);
  const payment = parsePreparedPayment(answer.body, answer.status === 201);
  if (payment.statusAccess === undefined) {
    console.warn(
      '[hajiq-checkout] no status to follow: answer POST /payments with paymentId and statusToken too.',
    );
  }
  return { kind: 'prepared', payment };
}

/**
 * Asks the merchant's backend for the order's payment.
 *
 * However many components ask at once (a StrictMode remount, two on a page), one request goes out. It is never
 * aborted, for the payment may already be made.
 *
 * @param donation What a donor gives; undefined for an order, whose price the server knows.
 * @throws {RequestError} When the backend cannot be reached, refuses, or answers something else.
 */
export function createPayment(backend: Backend, orderId: string, donation?: Money): Promise<OrderPayment> {
  const send = backend.fetch ?? fetch;
  const requests = inFlight.get(send) ?? new Map<string, Promise<OrderPayment>>();
  inFlight.set(send, requests);
  const order = { orderId, ...donation };
  const key = JSON.stringify([backend.url, order]);
  const current = requests.get(key);
  if (current !== undefined) return current;
  const request = requestPayment(backend, order).finally(() => requests.delete(key));
  requests.set(key, request);
  return request;
}
