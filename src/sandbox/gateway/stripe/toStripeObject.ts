import type { AttemptError, SandboxPayment, SandboxPaymentMethod } from '../SandboxPayment.ts';

/** What an intent keeps of the attempt that did not pass. */
interface LastPaymentError {
  type: string;
  code?: string;
  decline_code?: string;
  message: string;
  param?: string;
  advice_code?: string;
  network_advice_code?: string;
  network_decline_code?: string;
  charge?: string;
  doc_url?: string;
  payment_method?: ReturnType<typeof toPaymentMethodObject>;
}

/** An error body of Stripe's API, the way a browser with a publishable key sees it. */
export interface StripeErrorObject extends LastPaymentError {
  payment_intent?: ReturnType<typeof toStripeObject>;
  request_log_url?: string;
}

const toSeconds = (ms: number) => Math.floor(ms / 1000);

/** What a network says along with Stripe's advice; with `try_again_later` it says nothing. */
const networkAdvice = {
  do_not_try_again: '01',
  confirm_card_data: '03',
  try_again_later: undefined,
} as const;

/** Where Stripe explains an error code. */
export function toDocUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

function toPaymentMethodObject({
  id,
  createdAt,
  billingDetails,
  brand,
  last4,
  expMonth,
  expYear,
}: SandboxPaymentMethod) {
  return {
    id,
    object: 'payment_method',
    billing_details: billingDetails,
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
      country: 'US',
      display_brand: brand,
      exp_month: expMonth,
      exp_year: expYear,
      funding: 'credit',
      generated_from: null,
      last4,
      networks: { available: [brand], preferred: null },
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: toSeconds(createdAt),
    customer: null,
    livemode: false,
    type: 'card',
  };
}

function toLastPaymentError(error: AttemptError): LastPaymentError {
  const payment_method = toPaymentMethodObject(error.paymentMethod);
  if (error.kind === 'authentication_failed') {
    const code = 'payment_intent_authentication_failure';
    return {
      type: 'invalid_request_error',
      code,
      doc_url: toDocUrl(code),
      message:
        'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
      payment_method,
    };
  }
  const { code, declineCode, message, param, advice } = error.decline;
  const network_advice_code = advice && networkAdvice[advice.code];
  return {
    type: 'card_error',
    code,
    ...(declineCode !== undefined && { decline_code: declineCode }),
    message,
    ...(param !== undefined && { param }),
    ...(advice !== undefined && {
      advice_code: advice.code,
      network_decline_code: advice.networkDeclineCode,
    }),
    ...(network_advice_code !== undefined && { network_advice_code }),
    charge: error.chargeId,
    doc_url: toDocUrl(code),
    payment_method,
  };
}

/** Shows the PaymentIntent as Stripe shows it to a publishable key: no metadata, no customer, no charge. */
export function toStripeObject(payment: SandboxPayment) {
  return {
    id: payment.intentId,
    object: 'payment_intent',
    amount: payment.amount,
    automatic_payment_methods: null,
    canceled_at: payment.cancelledAt === undefined ? null : toSeconds(payment.cancelledAt),
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: payment.clientSecret,
    confirmation_method: 'automatic',
    created: toSeconds(payment.createdAt),
    currency: payment.currency.toLowerCase(),
    description: payment.description ?? null,
    last_payment_error: payment.lastError === undefined ? null : toLastPaymentError(payment.lastError),
    livemode: false,
    next_action:
      payment.intentState === 'requires_action'
        ? { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'stripe_3ds2_challenge' } }
        : null,
    payment_method: payment.paymentMethod?.id ?? null,
    payment_method_types: ['card'],
    processing: null,
    receipt_email: null,
    setup_future_usage: null,
    shipping: null,
    status: payment.intentState,
  };
}

/** The error a declined confirmation answers with: the last payment error, with the intent in it. */
export function toDeclineError(payment: SandboxPayment, error: AttemptError): StripeErrorObject {
  return { ...toLastPaymentError(error), payment_intent: toStripeObject(payment) };
}
