/** What happens to a card at its confirmation, before or after 3-D Secure. */
export type CardOutcome =
  | { result: 'succeeds' }
  | { result: 'declines'; decline: Decline }
  /** Asks for 3-D Secure; `afterwards` is what the bank says after the customer has passed it. */
  | { result: 'challenges'; afterwards: { result: 'succeeds' } | { result: 'declines'; decline: Decline } };

/** An error of type `card_error`, as Stripe words it. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  param?: string;
}

const succeeds: CardOutcome = { result: 'succeeds' };
const challenges: CardOutcome = { result: 'challenges', afterwards: { result: 'succeeds' } };

const decline = (code: string, declineCode: string, message: string, param?: string): Decline => ({
  code,
  declineCode,
  message,
  ...(param !== undefined && { param }),
});
const declines = (...row: Parameters<typeof decline>): CardOutcome => ({
  result: 'declines',
  decline: decline(...row),
});

const DECLINED = 'Your card was declined.';

/**
 * Stripe's test cards and what they do, by number.
 *
 * @see https://docs.stripe.com/testing
 */
export const testCards: Readonly<Record<string, CardOutcome>> = {
  '4242424242424242': succeeds,
  '4000056655665556': succeeds,
  '5555555555554444': succeeds,
  '2223003122003222': succeeds,
  '5200828282828210': succeeds,
  '5105105105105100': succeeds,
  '378282246310005': succeeds,
  '371449635398431': succeeds,
  '6011111111111117': succeeds,
  '6011000990139424': succeeds,
  '6011981111111113': succeeds,
  '3056930009020004': succeeds,
  '36227206271667': succeeds,
  '3566002020360505': succeeds,
  '6200000000000005': succeeds,
  '6200000000000047': succeeds,
  '6205500000000000004': succeeds,

  '4000000000000002': declines('card_declined', 'generic_decline', DECLINED),
  '4000000000009995': declines('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  '4000000000009987': declines('card_declined', 'lost_card', DECLINED),
  '4000000000009979': declines('card_declined', 'stolen_card', DECLINED),
  '4000000000000069': declines('expired_card', 'expired_card', 'Your card has expired.', 'exp_month'),
  '4000000000000127': declines(
    'incorrect_cvc',
    'incorrect_cvc',
    "Your card's security code is incorrect.",
    'cvc',
  ),
  '4000000000000119': declines(
    'processing_error',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
  ),
  '4000000000006975': declines(
    'card_declined',
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  '4000000000000341': declines('card_declined', 'generic_decline', DECLINED),
  '4100000000000019': declines('card_declined', 'fraudulent', DECLINED),

  '4000002500003155': challenges,
  '4000002760003184': challenges,
  '4000003800000446': challenges,
  '4000000000003220': challenges,
  '4000008260003178': {
    result: 'challenges',
    afterwards: {
      result: 'declines',
      decline: decline('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
    },
  },
  '4000008400001629': {
    result: 'challenges',
    afterwards: { result: 'declines', decline: decline('card_declined', 'generic_decline', DECLINED) },
  },
  '4000008400001280': declines('card_declined', 'generic_decline', DECLINED),
  '4000000000003055': succeeds,
};

/** Tells what a card does; a number that is no test card is declined, as Stripe's test mode declines it. */
export function toOutcome(cardNumber: string): CardOutcome {
  return Object.hasOwn(testCards, cardNumber)
    ? (testCards[cardNumber] ?? succeeds)
    : declines(
        'card_declined',
        'test_mode_live_card',
        'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
      );
}
