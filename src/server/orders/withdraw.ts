import { GatewayError } from '../../errors/GatewayError.ts';
import { BackendError } from '../../errors/BackendError.ts';
import { hasMoneyMoved, isSettled } from '../../protocol/paymentStatus.ts';
import { applyRead } from '../events/settleByRead.ts';
import type { GatewayPayment } from '../gateway/gatewayPayment.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { Lease, StoredPayment } from '../store/PaymentStore.ts';

/** How long a process that has died keeps others from withdrawing, and how long they wait for it; in milliseconds. */
const LEASE_MS = 20_000;
const PATIENCE_MS = 16_000;
const STEP_MS = 500;

/** Tells whether the gateway has no way to cancel, which is an inference, and not just no time now. */
function isImpossible({ code, status }: GatewayError): boolean {
  if (code === 'gateway_unavailable') return status === 501;
  return status !== 401;
}

/** Says that nothing else may be offered now, for the payment may be on its way or paid. */
function refuseToGoOn(paymentId: string, why: string, { logger }: HandlerContext, error?: unknown): never {
  logger.error(`a payment was to be withdrawn, and ${why}`, {
    paymentId,
    ...(error !== undefined && { error }),
  });
  throw new BackendError('payment_in_preparation');
}

/** Gives what the gateway tells of a settled payment its effect. */
async function settle(read: GatewayPayment, paymentId: string, context: HandlerContext): Promise<'over'> {
  await applyRead(read, context);
  const [now] = await context.store.find({ paymentId });
  if (now !== undefined && !isSettled(now.report.status)) {
    refuseToGoOn(
      paymentId,
      `the gateway calls it ${read.status} over something that was not made here`,
      context,
    );
  }
  return 'over';
}

/** Looks at a payment that cannot be cancelled: it is probably paid, and nothing else may be offered before that is known. */
async function settleUncancellable(
  gatewayPaymentId: string,
  paymentId: string,
  context: HandlerContext,
): Promise<'over'> {
  const read = await context.gateway.paymentIntents.retrieve(gatewayPaymentId).catch((error: unknown) => {
    if (!(error instanceof GatewayError)) throw error;
    const remedy = 'it cannot be read either, so nobody knows whether it is paid (see gatewayPaths)';
    return refuseToGoOn(paymentId, remedy, context, error);
  });
  if (isSettled(read.status)) return settle(read, paymentId, context);
  return refuseToGoOn(paymentId, `the gateway can neither cancel it nor calls it settled`, context);
}

/**
 * Cancels at the gateway, and gives what it then tells its effect.
 *
 * @throws {GatewayError} When it cannot be asked now. @throws {RequestError} When the payment is on its way, or paid
 *   in a way that is not understood.
 */
async function cancelAtGateway(
  gatewayPaymentId: string,
  paymentId: string,
  context: HandlerContext,
): Promise<'over' | 'impossible'> {
  let read: GatewayPayment;
  try {
    read = await context.gateway.paymentIntents.cancel(gatewayPaymentId);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    if (error.gatewayCode === 'PAYMENT_CANNOT_BE_CANCELLED') {
      return settleUncancellable(gatewayPaymentId, paymentId, context);
    }
    if (isImpossible(error)) return 'impossible';
    throw error;
  }
  if (isSettled(read.status)) return settle(read, paymentId, context);
  if (read.status === 'processing') throw new BackendError('payment_in_preparation');
  return 'impossible';
}

/** Takes the work of withdrawing a payment, or waits for the one who has it; `done` when there is nothing to do. */
async function takeTurn(paymentId: string, { store }: HandlerContext): Promise<Lease | 'done'> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const lease = await store.lease(`withdraw ${paymentId}`, LEASE_MS);
    const [now] = await store.find({ paymentId });
    const isOver = now === undefined || isSettled(now.report.status);
    if (lease === 'done') return 'done';
    if (lease !== 'busy') {
      if (!isOver) return lease;
      await store.endLease(lease, 'free');
      return 'done';
    }
    if (isOver) return 'done';
    await store.waitForChange(paymentId, now.version, { timeoutMs: STEP_MS });
  }
  throw new BackendError('payment_in_preparation');
}

/**
 * Withdraws a payment at the gateway, so that its client secret, wherever it is, can charge no more.
 *
 * Where the gateway has no way to do that, the payment stays superseded: money that still arrives on it is remembered,
 * fulfils nothing, and is logged as an error.
 *
 * @throws {GatewayError} When the gateway cannot be asked now: then no other payment may be offered.
 * @throws {RequestError} `payment_in_preparation` when the payment may be paid at this moment.
 */
export async function withdraw(payment: StoredPayment, context: HandlerContext): Promise<void> {
  const { store, logger } = context;
  const { paymentId, gatewayPaymentId, sealedSecret, report } = payment;
  if (sealedSecret === undefined || isSettled(report.status)) return;
  const lease = await takeTurn(paymentId, context);
  if (lease === 'done') return;
  let end: 'done' | 'free' = 'free';
  try {
    const outcome =
      gatewayPaymentId === undefined
        ? 'impossible'
        : await cancelAtGateway(gatewayPaymentId, paymentId, context);
    if (outcome === 'over') return;
    // It is not asked again.
    end = 'done';
    logger.warn('the gateway has no way to withdraw a payment: its client secret stays alive', { paymentId });
  } finally {
    await store.endLease(lease, end);
  }
}

/**
 * Withdraws every payment that the order has moved on from, whoever made it step back.
 *
 * @returns The payment on which money has moved, should there be one after all.
 * @throws As `withdraw`.
 */
export async function withdrawSuperseded(
  orderId: string,
  context: HandlerContext,
): Promise<StoredPayment | undefined> {
  const findPaid = (ofOrder: readonly StoredPayment[]) =>
    ofOrder.find(({ report }) => hasMoneyMoved(report.status));
  const ofOrder = await context.store.find({ orderId });
  const alive = ofOrder.filter(({ isSuperseded, report }) => isSuperseded && !isSettled(report.status));
  if (alive.length === 0) return findPaid(ofOrder);
  await Promise.all(alive.map((payment) => withdraw(payment, context)));
  return findPaid(await context.store.find({ orderId }));
}
