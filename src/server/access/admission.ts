import { BackendError } from '../../errors/BackendError.ts';
import { RequestError } from '../../errors/RequestError.ts';
import { hasMoneyMoved } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { ChallengeReason } from './ChallengeReason.ts';
import type { LimitName } from './rateLimits.ts';

/** How long an order is locked after too many declined cards, counted from the last one, in milliseconds. */
const LOCK_MS = 60 * 60 * 1000;

/** Lets the merchant's challenge decide about a request that would be refused. @throws {RequestError} */
async function challengeOrRefuse(
  request: Request,
  why: ChallengeReason,
  refusal: RequestError,
  { challenge }: HandlerContext,
): Promise<void> {
  if (challenge === undefined) throw refusal;
  if (!(await challenge(request, why))) throw new BackendError('challenge_required');
}

async function assertBelow(
  limit: LimitName,
  key: string,
  request: Request,
  orderId: string | undefined,
  context: HandlerContext,
): Promise<void> {
  const waitMs = await context.countRequest(limit, key).catch((error: unknown) => {
    // A shop that cannot count is open; one that is closed for that loses every order.
    context.logger.error(`the rate limit ${limit} is out of order`, { error });
    return undefined;
  });
  if (waitMs === undefined) return;
  const message = `the rate limit ${limit} is reached`;
  if (limit === 'overall') context.logger.error(`${message}: is somebody testing cards?`);
  else context.logger.warn(message, { orderId });
  const why = { reason: limit, ...(orderId !== undefined && { orderId }) };
  await challengeOrRefuse(request, why, new BackendError('rate_limited', { retryAfterMs: waitMs }), context);
}

/** Counts a request for a payment before anything of it is read. @throws {RequestError} `rate_limited`, `challenge_required` */
export async function admitClient(
  request: Request,
  address: string | undefined,
  context: HandlerContext,
): Promise<void> {
  const isProxied = context.trustedProxies === 0 && request.headers.has('x-forwarded-for');
  if (context.clientAddress === undefined && (address === undefined || isProxied)) {
    context.warnOfUnknownAddress();
  }
  await assertBelow('perAddress', address ?? 'unknown', request, undefined, context);
  await assertBelow('overall', 'all', request, undefined, context);
}

/**
 * Sees whether a client may pay for an order now.
 *
 * @throws {RequestError} `order_not_found` when it is not theirs, the same as for no order; `rate_limited`;
 *   `order_locked` after too many declined cards; `challenge_required`.
 */
export async function admitOrder(orderId: string, request: Request, context: HandlerContext): Promise<void> {
  const { authorize, store, maxDeclines } = context;
  if (authorize !== undefined && !(await authorize(request, orderId))) {
    throw new BackendError('order_not_found');
  }
  await assertBelow('perOrder', orderId, request, orderId, context);

  const payments = await store.find({ orderId });
  if (payments.some(({ report }) => hasMoneyMoved(report.status))) return;
  const declines = payments.reduce((sum, payment) => sum + payment.declines, 0);
  const lastDecline = Math.max(
    0,
    ...payments.filter((each) => each.declines > 0).map(({ report }) => report.at),
  );
  const waitMs = lastDecline + LOCK_MS - Date.now();
  if (declines < maxDeclines || waitMs <= 0) return;
  const refusal = new BackendError('order_locked', { retryAfterMs: waitMs });
  await challengeOrRefuse(request, { orderId, reason: 'declines' }, refusal, context);
}
