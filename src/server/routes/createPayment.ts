import { GatewayError } from '../../errors/GatewayError.ts';
import { RequestError } from '../../errors/RequestError.ts';
import { isSameMoney, toMoney, type Money } from '../../protocol/money.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { jsonResponse } from '../jsonResponse.ts';
import type { Order } from '../options.ts';
import { readJsonObject } from '../readJsonObject.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toPublicPayment } from '../toPublicPayment.ts';

/** How long a request waits for another one that is making the same payment: longer than a call of the gateway takes. */
const PREPARATION_MS = 16_000;

// No control or format characters: the id travels into logs, headers and the gateway.
const orderIdShape = /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,126}[^\p{C}\p{Z}])?$/u;

async function resolveOrder(
  orderId: string,
  request: Request,
  context: HandlerContext,
): Promise<Order & Money> {
  const order = (await context.resolveOrder(orderId, request)) ?? undefined;
  if (order === undefined) throw new RequestError('order_not_found');
  const money = toMoney(order);
  if (money === undefined) {
    throw new RequestError('invalid_order', { detail: 'resolveOrder gave a price that cannot be charged.' });
  }
  return { ...order, ...money };
}

/** Asks the gateway for the claimed payment's intent, and gives the claim up when none is made. */
async function makeIntent(
  claimed: StoredPayment,
  order: Order & Money,
  { gateway, store }: HandlerContext,
): Promise<StoredPayment> {
  try {
    const { clientSecret, id } = await gateway.paymentIntents.create({
      amount: claimed.amount,
      currency: claimed.currency,
      externalReferenceId: claimed.orderId,
      customerEmail: order.customerEmail ?? undefined,
      customerName: order.customerName ?? undefined,
      description: order.description ?? undefined,
      idempotencyKey: claimed.paymentId,
    });
    if (id !== undefined && (await store.readByGatewayId(id)) !== undefined) {
      throw new GatewayError('bad_gateway_response', { detail: 'The id is that of another payment.' });
    }
    return await store.attachIntent(claimed.paymentId, {
      clientSecret,
      ...(id !== undefined && { gatewayPaymentId: id }),
    });
  } catch (error) {
    await store.release(claimed.paymentId);
    throw error;
  }
}

/** Claims the order at the price it has now: one that changed while it was asked for is asked for again. */
async function claimOrder(orderId: string, request: Request, context: HandlerContext) {
  for (let tries = 0; tries < 3; tries += 1) {
    const order = await resolveOrder(orderId, request, context);
    const { amount, currency } = order;
    const claim = { paymentId: crypto.randomUUID(), orderId, amount, currency, at: Date.now() };
    const claimed = await context.store.claim(claim);
    if (!claimed.supersedes) return { ...claimed, order };
    // Another price stood here a moment ago. Ours must not be the older of the two.
    const current = await resolveOrder(orderId, request, context).catch(async (error: unknown) => {
      if (claimed.isNew) await context.store.release(claimed.payment.paymentId);
      throw error;
    });
    if (isSameMoney(current, order)) return { ...claimed, order };
    if (claimed.isNew) await context.store.release(claimed.payment.paymentId);
  }
  throw new RequestError('payment_in_preparation', { detail: 'The price keeps changing.' });
}

/** Waits for the request that claimed the order first. */
async function awaitIntent(
  claimed: StoredPayment,
  { store }: HandlerContext,
  signal: AbortSignal,
): Promise<StoredPayment> {
  await store.waitForChange(claimed.paymentId, claimed.version, { timeoutMs: PREPARATION_MS, signal });
  const payment = await store.read(claimed.paymentId);
  if (payment?.clientSecret === undefined) throw new RequestError('payment_in_preparation');
  return payment;
}

/**
 * `POST /payments { orderId }`: gives the order's one live payment, making it when there is none.
 *
 * The price is the server's: an amount in the body is not even read. 201 for a new payment, 200 for the same one
 * again, 409 with the payment when it is settled.
 */
export async function createPayment(request: Request, context: HandlerContext): Promise<Response> {
  const { orderId } = await readJsonObject(request);
  if (typeof orderId !== 'string' || !orderIdShape.test(orderId)) throw new RequestError('invalid_order_id');
  const { payment: claimed, isNew, order } = await claimOrder(orderId, request, context);
  if (isSettled(claimed.report.status)) {
    const { code, message } = new RequestError('order_already_settled');
    const statusToken = await context.tokens.issue(claimed.paymentId);
    return jsonResponse(409, {
      error: { code, message },
      payment: { ...toPublicPayment(claimed), statusToken },
    });
  }

  let payment = claimed;
  if (isNew) payment = await makeIntent(claimed, order, context);
  else if (claimed.clientSecret === undefined) payment = await awaitIntent(claimed, context, request.signal);

  // The price changed meanwhile: this secret would be paid at the old one.
  if (payment.isSuperseded) throw new RequestError('payment_in_preparation');

  const statusToken = await context.tokens.issue(payment.paymentId);
  return jsonResponse(isNew ? 201 : 200, {
    ...toPublicPayment(payment),
    clientSecret: payment.clientSecret,
    statusToken,
  });
}
