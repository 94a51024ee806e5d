import type { Money } from '../../protocol/money.ts';
import type { CreatedPaymentIntent } from './createdPaymentIntent.ts';
import type { GatewayPayment } from './gatewayPayment.ts';
import type { GatewayRefund } from './gatewayRefund.ts';

/** What a new payment intent is over. */
export interface CreatePaymentIntentInput extends Money {
  /** The merchant's own id of the order; webhooks bring it back. */
  externalReferenceId: string;
  customerEmail?: string;
  customerName?: string;
  description?: string;
  /** Sent as `Idempotency-Key`; one is made when it is left out. The guide does not speak of it, so nothing relies on it. */
  idempotencyKey?: string;
}

/** What to return of a payment. */
export interface CreateRefundInput {
  /** HajiQ Pay's id of the payment. */
  paymentId: string;
  /** An integer in minor units, at least 1. Left out: all that is left of the payment. */
  amount?: number;
  /** Why, for the merchant's own records. */
  reason?: string;
  /** Sent as `Idempotency-Key`; one is made when it is left out. The guide does not speak of it, so nothing relies on it. */
  idempotencyKey?: string;
}

/**
 * HajiQ Pay's API for the merchant's server. Every call ends within 15 s, its repetitions included.
 *
 * A call is repeated only where no money can move twice. While HajiQ Pay refuses the API key, further calls fail at
 * once for 30 s.
 */
export interface GatewayClient {
  paymentIntents: {
    /**
     * Makes a payment intent. It moves no money; the customer's confirmation does. Tried twice at the most.
     *
     * @throws {GatewayError} `invalid_request` before anything is sent when the money is not what HajiQ Pay takes; else
     *   when HajiQ Pay refuses, fails, or answers something other than its guide describes.
     */
    create(input: CreatePaymentIntentInput): Promise<CreatedPaymentIntent>;
    /**
     * Reads a payment by HajiQ Pay's id. An inference: the guide does not show it. Tried three times at the most.
     *
     * @throws {GatewayError} `gateway_refused` with `PAYMENT_NOT_FOUND` when there is none; else as `create`.
     */
    retrieve(paymentId: string): Promise<GatewayPayment>;
    /**
     * Cancels a payment that is not paid. An inference: the guide does not show it. Tried twice at the most.
     *
     * A payment that is cancelled already is read and returned: an earlier try may have done it.
     *
     * @throws {GatewayError} `gateway_refused` with `PAYMENT_CANNOT_BE_CANCELLED` when it is probably paid: read it,
     *   and make no other payment for the order. Else as `create`.
     */
    cancel(paymentId: string): Promise<GatewayPayment>;
  };
  refunds: {
    /**
     * Returns money of a payment that has succeeded. An inference: the guide does not show it.
     *
     * Tried again only after 429, when nothing was done. Where the outcome is not known, the error says so and is not
     * `retryable`: look before asking again.
     *
     * @throws {GatewayError} `gateway_refused` with `PAYMENT_NOT_REFUNDABLE` or `INVALID_REFUND_AMOUNT`; else as
     *   `create`.
     */
    create(input: CreateRefundInput): Promise<GatewayRefund>;
    /**
     * Reads a refund by HajiQ Pay's id. An inference: the guide does not show it. Tried three times at the most.
     *
     * @throws {GatewayError} `gateway_refused` with `REFUND_NOT_FOUND` when there is none; else as `create`.
     */
    retrieve(refundId: string): Promise<GatewayRefund>;
  };
}
