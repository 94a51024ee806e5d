import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  card_incomplete: 'The card fields are not complete or not valid; nothing was sent.',
  confirmation_lost:
    'The answer to the confirmation was lost. The payment is still open, and Stripe charges it once at the most.',
  card_declined: 'The card was declined; another card may pass.',
  authentication_failed: 'The customer did not pass 3-D Secure; nothing was charged.',
  amount_missing: 'The donor has not named an amount; nothing was sent.',
  amount_changed: 'The backend has another price than the customer was shown; nothing was confirmed.',
  not_prepared: 'The backend did not prepare the payment; nothing was confirmed. `cause` says why.',
} as const;

export type PaymentErrorCode = keyof typeof explanations;

interface PaymentErrorOptions extends HajiqErrorOptions {
  /** A sentence for the customer, in English. */
  customerMessage: string;
  /** Stripe's own `code`, such as `expired_card`. */
  stripeCode?: string;
  /** Stripe's `decline_code`, such as `insufficient_funds`; it may tell what a customer should not be told. */
  declineCode?: string;
}

/** Says that an attempt came to nothing; the payment is still open and another try may pass. */
export class PaymentError extends HajiqError<PaymentErrorCode> {
  override readonly name = 'PaymentError';
  /** A sentence that may be shown to the customer, in English. The default look shows its own, by code and language. */
  readonly customerMessage: string;
  /** Stripe's own `code`, such as `expired_card`. */
  readonly stripeCode?: string;
  /** Stripe's `decline_code`, for the developer: `stolen_card` and its like are never shown to the customer. */
  readonly declineCode?: string;

  constructor(
    code: PaymentErrorCode,
    { customerMessage, stripeCode, declineCode, ...options }: PaymentErrorOptions,
  ) {
    super(code, explanations[code], options);
    this.customerMessage = customerMessage;
    if (stripeCode !== undefined) this.stripeCode = stripeCode;
    if (declineCode !== undefined) this.declineCode = declineCode;
  }
}
