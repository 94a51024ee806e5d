import { RequestError } from '../../errors/RequestError.ts';
import { hasMoneyMoved, isSettled } from '../../protocol/paymentStatus.ts';
import { admitClient, admitOrder } from '../access/admission.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { jsonResponse } from '../jsonResponse.ts';
import { claimOrder } from '../orders/claimOrder.ts';
import { makeIntent } from '../orders/makeIntent.ts';
import type { OrderRequest } from '../orders/priceOrder.ts';
import { withdraw } from '../orders/withdraw.ts';
import { readJsonObject } from '../readJsonObject.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toPublicPayment } from '../toPublicPayment.ts';
import type { Call } from './Call.ts';

// No control or format characters: the id travels into logs, headers and the gateway.
const orderIdShape = /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,126}[^\p{C}\p{Z}])?$/u;

async function readOrderRequest(request: Request): Promise<OrderRequest> {
  const { orderId, amount, currency } = await readJsonObject(request);
  if (typeof orderId !== 'string' || !orderIdShape.test(orderId)) throw new RequestError('invalid_order_id');
  return { orderId, amount, currency };
}

async function answerSettled(payment: StoredPayment, { tokens }: HandlerContext): Promise<Response> {
  const { code, message } = new RequestError('order_already_settled');
  const statusToken = await tokens.issue(payment.paymentId);
  return jsonResponse(409, {
    error: { code, message },
    payment: { ...toPublicPayment(payment), statusToken },
  });
}

/** Withdraws what the order has moved on from; returns a payment that could not be, for it was paid a moment ago. */
async function withdrawAll(
  superseded: readonly StoredPayment[],
  context: HandlerContext,
): Promise<StoredPayment | undefined> {
  const [first] = superseded;
  if (first === undefined) return undefined;
  await Promise.all(superseded.map((payment) => withdraw(payment, context)));
  const ofOrder = await context.store.find({ orderId: first.orderId });
  return ofOrder.find(({ report }) => hasMoneyMoved(report.status));
}

/**
 * `POST /payments { orderId }`: gives the order's one live payment, making it when there is none.
 *
 * The price is the server's: an amount in the body counts for a donation alone, and within its bounds. 201 for a new
 * payment, 200 for the same one again, 409 with the payment when it is settled.
 */
export async function createPayment(call: Call, context: HandlerContext): Promise<Response> {
  const { request, address } = call;
  const { store, seal, tokens } = context;
  await admitClient(request, address, context);
  const asked = await readOrderRequest(request);
  await admitOrder(asked.orderId, request, context);

  const { payment: claimed, isNew, supersedes, order } = await claimOrder(asked, request, context);
  if (isSettled(claimed.report.status)) return answerSettled(claimed, context);
  const paid = await withdrawAll(supersedes, context);
  if (paid !== undefined) {
    if (isNew) await store.release(claimed.paymentId);
    return answerSettled(paid, context);
  }

  const payment =
    claimed.sealedSecret === undefined ? await makeIntent(claimed, order, context, request.signal) : claimed;
  // The price changed meanwhile: this secret would be paid at the old one.
  if (payment.isSuperseded || payment.sealedSecret === undefined) {
    throw new RequestError('payment_in_preparation');
  }
  return jsonResponse(isNew ? 201 : 200, {
    ...toPublicPayment(payment),
    clientSecret: await seal.open(payment.paymentId, payment.sealedSecret),
    statusToken: await tokens.issue(payment.paymentId),
  });
}
