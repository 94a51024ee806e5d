import { BackendError } from '../../errors/BackendError.ts';
import { isSameMoney } from '../../protocol/money.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { ClaimResult } from '../store/PaymentStore.ts';
import { priceOrder, type OrderRequest, type PricedOrder } from './priceOrder.ts';

/** How often a price may change under one request. */
const MAX_TRIES = 3;

/**
 * Claims the order at the price it has now: one whose price changed while it was asked for is asked for again.
 *
 * @throws {RequestError} What `priceOrder` throws; `payment_in_preparation` when the price keeps changing.
 */
export async function claimOrder(
  asked: OrderRequest,
  request: Request,
  context: HandlerContext,
): Promise<ClaimResult & { order: PricedOrder }> {
  const { store } = context;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const order = await priceOrder(asked, request, context);
    const { amount, currency } = order;
    const claim = {
      paymentId: crypto.randomUUID(),
      orderId: asked.orderId,
      amount,
      currency,
      at: Date.now(),
    };
    const claimed = await store.claim(claim);
    if (claimed.supersedes.length === 0) return { ...claimed, order };
    // Another price stood here a moment ago. Ours must not be the older of the two.
    const giveUp = async () => {
      if (claimed.isNew) await store.release(claimed.payment.paymentId);
    };
    const current = await priceOrder(asked, request, context).catch(async (error: unknown) => {
      await giveUp();
      throw error;
    });
    if (isSameMoney(current, order)) return { ...claimed, order };
    await giveUp();
  }
  throw new BackendError('payment_in_preparation', { detail: 'The price keeps changing.' });
}
