import type { PaymentError } from '../errors/PaymentError.ts';

/** What a customer may be told about an attempt that came to nothing. */
export const DECLINE_REASONS = [
  'declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'incorrect_number',
  'processing_error',
  'authentication_failed',
  'connection_lost',
  'incomplete',
  'amount_changed',
  'not_prepared',
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];

const reasonOf: Record<Exclude<PaymentError['code'], 'card_declined' | 'amount_missing'>, DeclineReason> = {
  authentication_failed: 'authentication_failed',
  confirmation_lost: 'connection_lost',
  card_incomplete: 'incomplete',
  amount_changed: 'amount_changed',
  not_prepared: 'not_prepared',
};

const reasonOfCode: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  invalid_expiry_month: 'expired_card',
  invalid_expiry_year: 'expired_card',
  incorrect_cvc: 'incorrect_cvc',
  invalid_cvc: 'incorrect_cvc',
  incorrect_number: 'incorrect_number',
  invalid_number: 'incorrect_number',
  processing_error: 'processing_error',
  try_again_later: 'processing_error',
};

/**
 * Tells which words a customer gets, by Stripe's `decline_code` and `code` and never by its text.
 *
 * Whatever is not in the table reads as an ordinary decline: a customer is not told that a card was reported lost,
 * stolen or fraudulent (Stripe's guidance on declines).
 */
export function toDeclineReason({ code, stripeCode, declineCode }: PaymentError): DeclineReason {
  if (code !== 'card_declined' && code !== 'amount_missing') return reasonOf[code];
  for (const key of [declineCode, stripeCode]) {
    const reason = key === undefined || !Object.hasOwn(reasonOfCode, key) ? undefined : reasonOfCode[key];
    if (reason !== undefined) return reason;
  }
  return 'declined';
}
