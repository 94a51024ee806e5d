import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import type { ConfirmationOutcome } from './ConfirmationOutcome.ts';

interface Intent {
  status: PaymentIntent.Status;
  lastError: StripeError | null;
}

const connectionLost: PaymentIntentResult = {
  error: { type: 'api_connection_error', message: 'We could not reach the payment service.' },
};

const authenticationFailure: StripeError = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'The provided PaymentMethod has failed authentication.',
};

type Decline = Extract<ConfirmationOutcome, { declines: string }>;

const toDecline = ({ declines, declineCode, message }: Decline): StripeError => ({
  type: 'card_error',
  code: declines,
  decline_code: declineCode ?? (declines === 'card_declined' ? 'generic_decline' : declines),
  message: message ?? 'Your card was declined.',
});

/** Remembers how each payment stands at Stripe, by its client secret. One that nobody has confirmed is open. */
export function fakeIntents() {
  const intents = new Map<string, Intent>();

  const find = (clientSecret: string): Intent =>
    intents.get(clientSecret) ?? { status: 'requires_payment_method', lastError: null };

  /** The intent as a page sees it, as far as a checkout looks at it. */
  function show(clientSecret: string): PaymentIntent {
    const { status, lastError } = find(clientSecret);
    return {
      id: clientSecret.split('_secret_')[0],
      object: 'payment_intent',
      client_secret: clientSecret,
      status,
      last_payment_error: lastError,
      livemode: false,
    } as PaymentIntent;
  }

  const set = (clientSecret: string, status: PaymentIntent.Status, lastError: StripeError | null = null) =>
    void intents.set(clientSecret, { status, lastError });

  function refuse(clientSecret: string, error: StripeError): PaymentIntentResult {
    set(clientSecret, 'requires_payment_method', error);
    return { error: { ...error, payment_intent: show(clientSecret) } };
  }

  function settle(clientSecret: string, status: PaymentIntent.Status): PaymentIntentResult {
    set(clientSecret, status);
    return { paymentIntent: show(clientSecret) };
  }

  return {
    show,

    /** Says why a payment takes no card any more; undefined where it does. */
    findObstacle(clientSecret: string): StripeError | undefined {
      const { status } = find(clientSecret);
      if (status === 'requires_payment_method' || status === 'requires_action') return undefined;
      return {
        type: 'invalid_request_error',
        code: 'payment_intent_unexpected_state',
        message: `You cannot confirm this PaymentIntent because it has a status of ${status}.`,
        payment_intent: show(clientSecret),
      };
    },

    /** Has a confirmation end as it is to end, and gives what Stripe.js resolves with. */
    end(clientSecret: string, outcome: ConfirmationOutcome | 'fails the challenge'): PaymentIntentResult {
      switch (outcome) {
        case 'succeeds':
          return settle(clientSecret, 'succeeded');
        case 'processes':
          return settle(clientSecret, 'processing');
        case 'challenges':
          return settle(clientSecret, 'requires_action');
        case 'is lost':
          return connectionLost;
        case 'succeeds unheard':
          set(clientSecret, 'succeeded');
          return connectionLost;
        case 'fails the challenge':
          return refuse(clientSecret, authenticationFailure);
        default:
          return refuse(clientSecret, toDecline(outcome));
      }
    },

    /** Withdraws a payment, as a backend does whose order has another price. */
    cancel: (clientSecret: string) => set(clientSecret, 'canceled'),
  };
}
