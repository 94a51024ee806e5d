import { BackendError } from '../../errors/BackendError.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import { admitClient, admitOrder } from '../access/admission.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { jsonResponse } from '../jsonResponse.ts';
import { claimOrder } from '../orders/claimOrder.ts';
import { makeIntent } from '../orders/makeIntent.ts';
import type { OrderRequest } from '../orders/priceOrder.ts';
import { withdraw, withdrawSuperseded } from '../orders/withdraw.ts';
import { readJsonObject } from '../readJsonObject.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toPublicPayment } from '../toPublicPayment.ts';
import type { Call } from './Call.ts';

// No control or format characters: the id travels into logs, headers and the gateway.
const orderIdShape = /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,126}[^\p{C}\p{Z}])?$/u;

async function readOrderRequest(request: Request): Promise<OrderRequest> {
  const { orderId, amount, currency } = await readJsonObject(request);
  if (typeof orderId !== 'string' || !orderIdShape.test(orderId)) throw new BackendError('invalid_order_id');
  return { orderId, amount, currency };
}

async function answerSettled(payment: StoredPayment, { tokens }: HandlerContext): Promise<Response> {
  const { code, message } = new BackendError('order_already_settled');
  const statusToken = await tokens.issue(payment.paymentId);
  return jsonResponse(409, {
    error: { code, message },
    payment: { ...toPublicPayment(payment), statusToken },
  });
}

/**
 * Opens the client secret of a payment; undefined when no key opens it any more, and the payment is over.
 *
 * @throws {ConfigError} `seal_key_missing` when it cannot be withdrawn: then nothing else may be offered.
 */
async function openSecret(
  { paymentId, sealedSecret = '' }: StoredPayment,
  context: HandlerContext,
): Promise<string | undefined> {
  try {
    return await context.seal.open(paymentId, sealedSecret);
  } catch (error) {
    const [payment] = await context.store.find({ paymentId });
    if (payment !== undefined) await withdraw(payment, context);
    const [after] = await context.store.find({ paymentId });
    if (after !== undefined && isSettled(after.report.status)) return undefined;
    throw error;
  }
}

/** Gives the order its payment; undefined when the one it had was lost with its key, and the order is free again. */
async function offer(
  asked: OrderRequest,
  request: Request,
  context: HandlerContext,
): Promise<Response | undefined> {
  const { payment: claimed, isNew, order } = await claimOrder(asked, request, context);
  if (isSettled(claimed.report.status)) return answerSettled(claimed, context);
  // Before any secret is released: two that are alive could both be charged.
  const paid = await withdrawSuperseded(asked.orderId, context);
  if (paid !== undefined) {
    await context.store.release(claimed.paymentId);
    return answerSettled(paid, context);
  }
  const payment =
    claimed.sealedSecret === undefined ? await makeIntent(claimed, order, context, request.signal) : claimed;
  // The price changed meanwhile: this secret would be paid at the old one.
  const [now] = await context.store.find({ paymentId: payment.paymentId });
  if (now === undefined || now.isSuperseded) throw new BackendError('payment_in_preparation');
  if (isSettled(now.report.status)) return answerSettled(now, context);
  const clientSecret = await openSecret(payment, context);
  if (clientSecret === undefined) return undefined;
  return jsonResponse(isNew ? 201 : 200, {
    ...toPublicPayment(payment),
    clientSecret,
    statusToken: await context.tokens.issue(payment.paymentId),
  });
}

/**
 * `POST /payments { orderId }`: gives the order's one live payment, making it when there is none.
 *
 * The price is the server's: an amount in the body counts for a donation alone, and within its bounds. 201 for a new
 * payment, 200 for the same one again, 409 with the payment when it is settled.
 */
export async function createPayment(call: Call, context: HandlerContext): Promise<Response> {
  const { request, address } = call;
  await admitClient(request, address, context);
  const asked = await readOrderRequest(request);
  await admitOrder(asked.orderId, request, context);
  const answer = (await offer(asked, request, context)) ?? (await offer(asked, request, context));
  if (answer === undefined) throw new BackendError('payment_in_preparation');
  return answer;
}
