import { RequestError } from '../../errors/RequestError.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { jsonResponse } from '../jsonResponse.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toPublicPayment } from '../toPublicPayment.ts';

/** The longest a request is held, in seconds: shorter than the idle limits of common proxies. */
const MAX_WAIT_SECONDS = 25;

/** Reads `Prefer: wait=<seconds>` (RFC 7240). */
function readWait(request: Request): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/.exec(request.headers.get('prefer') ?? '')?.[1];
  return Math.min(Number(seconds ?? 0), MAX_WAIT_SECONDS);
}

const toETag = ({ version }: StoredPayment) => `"v${version}"`;

/** Reads the payment, and holds the request while the browser has already seen what there is. */
async function readWhenChanged(paymentId: string, request: Request, { store }: HandlerContext) {
  const seen = request.headers.get('if-none-match');
  const wait = readWait(request);
  const payment = await store.read(paymentId);
  const isWorthWaiting =
    payment !== undefined && wait > 0 && toETag(payment) === seen && !isSettled(payment.report.status);
  if (!isWorthWaiting) return { payment, seen, hasWaited: false };
  await store.waitForChange(paymentId, payment.version, { timeoutMs: wait * 1000, signal: request.signal });
  return { payment: await store.read(paymentId), seen, hasWaited: true };
}

/**
 * `GET /payments/{paymentId}` with the status token: tells the status.
 *
 * With `If-None-Match` and `Prefer: wait=<s>` the request is held until the status changes, so that the answer
 * arrives with the webhook; 304 when nothing changed. Every bad token gets the same 401.
 */
export async function readStatus(
  request: Request,
  context: HandlerContext,
  paymentId: string,
): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || !(await context.tokens.isValid(paymentId, token)))
    throw new RequestError('unauthorized');

  const { payment, seen, hasWaited } = await readWhenChanged(paymentId, request, context);
  if (payment === undefined) throw new RequestError('payment_not_found');
  const headers = { ETag: toETag(payment), ...(hasWaited && { 'Preference-Applied': 'wait' }) };
  if (seen === headers.ETag) {
    return new Response(null, { status: 304, headers: { 'Cache-Control': 'no-store', ...headers } });
  }
  return jsonResponse(200, toPublicPayment(payment), headers);
}
