import { BackendError } from '../../errors/BackendError.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { atMost } from '../atMost.ts';
import { settleByRead } from '../events/settleByRead.ts';
import { jsonResponse } from '../jsonResponse.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toPublicPayment } from '../toPublicPayment.ts';
import type { Call } from './Call.ts';

/** The longest a request is held, in seconds: shorter than the idle limits of common proxies. */
const MAX_WAIT_SECONDS = 25;

/** From which age on an open payment is looked up at the gateway, how often, and how long a poll waits for that; in ms. */
const OVERDUE_MS = 30_000;
const READ_GAP_MS = 30_000;
const READ_PATIENCE_MS = 2_000;

/** Reads `Prefer: wait=<seconds>` (RFC 7240). */
function readWait(request: Request): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/.exec(request.headers.get('prefer') ?? '')?.[1];
  return Math.min(Number(seconds ?? 0), MAX_WAIT_SECONDS);
}

const toETag = ({ version }: StoredPayment) => `"v${version}"`;

/**
 * Asks the gateway how a payment stands whose webhook should have come by now.
 *
 * It goes on beside the request: a browser that waits is woken by what it brings, and one that does not is kept a
 * moment at the most.
 */
async function settleOverdue(
  payment: StoredPayment,
  isHeld: boolean,
  context: HandlerContext,
): Promise<void> {
  if (isSettled(payment.report.status) || Date.now() - payment.createdAt < OVERDUE_MS) return;
  const reading = settleByRead(payment, { gapMs: READ_GAP_MS, asker: 'browser' }, context).then(
    () => {},
    (error: unknown) =>
      context.logger.warn('an open payment could not be read from the gateway', {
        paymentId: payment.paymentId,
        error,
      }),
  );
  if (!isHeld) await atMost(READ_PATIENCE_MS, reading);
}

async function findPayment(paymentId: string, { store }: HandlerContext) {
  return (await store.find({ paymentId }))[0];
}

/** Reads the payment, and holds the request while the browser has already seen what there is. */
async function readWhenChanged(paymentId: string, request: Request, context: HandlerContext) {
  const { store } = context;
  const seen = request.headers.get('if-none-match');
  const wait = readWait(request);
  const payment = await findPayment(paymentId, context);
  const isWorthWaiting =
    payment !== undefined && wait > 0 && toETag(payment) === seen && !isSettled(payment.report.status);
  if (payment !== undefined) await settleOverdue(payment, isWorthWaiting, context);
  if (isWorthWaiting) {
    await store.waitForChange(paymentId, payment.version, {
      timeoutMs: wait * 1000,
      signal: request.signal,
    });
  }
  return { payment: await findPayment(paymentId, context), seen, hasWaited: isWorthWaiting };
}

/**
 * `GET /payments/{paymentId}` with the status token: tells the status.
 *
 * With `If-None-Match` and `Prefer: wait=<s>` the request is held until the status changes, so that the answer
 * arrives with the webhook; 304 when nothing changed. Every bad token gets the same 401.
 */
export async function readStatus({ request, paymentId }: Call, context: HandlerContext): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || !(await context.tokens.isValid(paymentId, token)))
    throw new BackendError('unauthorized');

  const { payment, seen, hasWaited } = await readWhenChanged(paymentId, request, context);
  if (payment === undefined) throw new BackendError('payment_not_found');
  const headers = { ETag: toETag(payment), ...(hasWaited && { 'Preference-Applied': 'wait' }) };
  if (seen === headers.ETag) {
    return new Response(null, { status: 304, headers: { 'Cache-Control': 'no-store', ...headers } });
  }
  return jsonResponse(200, toPublicPayment(payment), headers);
}
