import type { PaymentError } from '../errors/PaymentError.ts';

/** What a customer may be told about a card that did not pass. */
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
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];

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
  if (code === 'authentication_failed') return 'authentication_failed';
  if (code === 'confirmation_lost') return 'connection_lost';
  if (code === 'card_incomplete') return 'incomplete';
  for (const key of [declineCode, stripeCode]) {
    const reason = key === undefined || !Object.hasOwn(reasonOfCode, key) ? undefined : reasonOfCode[key];
    if (reason !== undefined) return reason;
  }
  return 'declined';
}
