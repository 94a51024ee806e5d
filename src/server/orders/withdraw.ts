import { GatewayError } from '../../errors/GatewayError.ts';
import { RequestError } from '../../errors/RequestError.ts';
import { hasMoneyMoved, isSettled } from '../../protocol/paymentStatus.ts';
import { applyRead } from '../events/settleByRead.ts';
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

/**
 * Cancels at the gateway, and gives what it then tells its effect.
 *
 * @throws {GatewayError} When it cannot be asked now. @throws {RequestError} When the payment is on its way.
 */
async function cancelAtGateway(
  gatewayPaymentId: string,
  context: HandlerContext,
): Promise<'over' | 'impossible'> {
  const { paymentIntents } = context.gateway;
  try {
    await applyRead(await paymentIntents.cancel(gatewayPaymentId), context);
    return 'over';
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    if (error.gatewayCode !== 'PAYMENT_CANNOT_BE_CANCELLED') {
      if (isImpossible(error)) return 'impossible';
      throw error;
    }
  }
  // It is probably paid: nothing else may be offered before that is known.
  const read = await paymentIntents.retrieve(gatewayPaymentId);
  if (read.status === 'processing') throw new RequestError('payment_in_preparation');
  await applyRead(read, context);
  return isSettled(read.status) ? 'over' : 'impossible';
}

/** Takes the work of withdrawing a payment, or waits for the one who has it. */
async function takeTurn(
  { paymentId, version }: StoredPayment,
  { store }: HandlerContext,
): Promise<Lease | 'done'> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const lease = await store.lease(`withdraw ${paymentId}`, LEASE_MS);
    if (lease !== 'busy') return lease;
    await store.waitForChange(paymentId, version, { timeoutMs: STEP_MS });
  }
  throw new RequestError('payment_in_preparation');
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
  const { paymentId, gatewayPaymentId, report } = payment;
  if (gatewayPaymentId === undefined || isSettled(report.status)) return;
  const lease = await takeTurn(payment, context);
  if (lease === 'done') return;
  let end: 'done' | 'free' = 'free';
  try {
    const [now] = await store.find({ paymentId });
    if (now === undefined || isSettled(now.report.status)) return;
    if ((await cancelAtGateway(gatewayPaymentId, context)) === 'over') return;
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
