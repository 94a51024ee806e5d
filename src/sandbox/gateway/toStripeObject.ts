import type { SandboxPayment } from './SandboxPayment.ts';

/** An error body of Stripe's API, the way a browser with a publishable key sees it. */
export interface StripeErrorObject {
  type: string;
  code?: string;
  decline_code?: string;
  message: string;
  param?: string;
  payment_intent?: ReturnType<typeof toStripeObject>;
}

function toLastPaymentError({ lastError }: SandboxPayment): StripeErrorObject | null {
  if (lastError === undefined) return null;
  if (lastError.kind === 'authentication_failed') {
    return {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message:
        'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    };
  }
  const { code, declineCode, message, param } = lastError.decline;
  return {
    type: 'card_error',
    code,
    decline_code: declineCode,
    message,
    ...(param !== undefined && { param }),
  };
}

/** Shows the PaymentIntent as Stripe shows it to a publishable key: no metadata, no customer, no charge. */
export function toStripeObject(payment: SandboxPayment) {
  return {
    id: payment.intentId,
    object: 'payment_intent',
    amount: payment.amount,
    automatic_payment_methods: null,
    canceled_at: payment.cancelledAt === undefined ? null : Math.floor(payment.cancelledAt / 1000),
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: payment.clientSecret,
    confirmation_method: 'automatic',
    created: Math.floor(payment.createdAt / 1000),
    currency: payment.currency.toLowerCase(),
    description: payment.description ?? null,
    last_payment_error: toLastPaymentError(payment),
    livemode: false,
    next_action:
      payment.intentState === 'requires_action'
        ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_challenge' } }
        : null,
    payment_method: null,
    payment_method_types: ['card'],
    processing: null,
    receipt_email: null,
    setup_future_usage: null,
    shipping: null,
    status: payment.intentState,
  };
}

/** The error a declined confirmation answers with: the last payment error, with the intent in it. */
export function toDeclineError(payment: SandboxPayment): StripeErrorObject {
  const error = toLastPaymentError(payment) ?? { type: 'api_error', message: 'The attempt left no error.' };
  return { ...error, payment_intent: toStripeObject(payment) };
}
