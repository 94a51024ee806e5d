import type { Decline } from './TestCard.ts';

const DECLINED = 'Your card was declined.';

/**
 * What banks answer, as Stripe's API told it in 2026.
 *
 * @see https://docs.stripe.com/declines/codes
 */
export const declines = {
  generic: {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: DECLINED,
    advice: { code: 'try_again_later', networkDeclineCode: '01' },
  },
  insufficientFunds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    advice: { code: 'try_again_later', networkDeclineCode: '51' },
  },
  lostCard: {
    code: 'card_declined',
    declineCode: 'lost_card',
    message: DECLINED,
    advice: { code: 'do_not_try_again', networkDeclineCode: '41' },
  },
  stolenCard: {
    code: 'card_declined',
    declineCode: 'stolen_card',
    message: DECLINED,
    advice: { code: 'do_not_try_again', networkDeclineCode: '43' },
  },
  expiredCard: {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
    param: 'exp_month',
    advice: { code: 'confirm_card_data', networkDeclineCode: '54' },
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
    advice: { code: 'confirm_card_data', networkDeclineCode: 'N7' },
  },
  processingError: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    advice: { code: 'try_again_later', networkDeclineCode: '06' },
  },
  velocityExceeded: {
    code: 'card_declined',
    declineCode: 'card_velocity_exceeded',
    message:
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    advice: { code: 'try_again_later', networkDeclineCode: '61' },
  },
  /** Stripe itself blocks the payment: no network is asked. */
  fraudulent: { code: 'card_declined', declineCode: 'fraudulent', message: DECLINED },
  failedCvcCheck: {
    code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
  },
  failedLookup: { code: 'card_declined', message: DECLINED },
  notATestCard: {
    code: 'card_declined',
    declineCode: 'test_mode_live_card',
    message:
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  },
} as const satisfies Record<string, Decline>;
