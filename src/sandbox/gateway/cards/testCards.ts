import { declines } from './declines.ts';
import type { CardOutcome, Decline, TestCard } from './TestCard.ts';

type Row = readonly [number: string, about: string, outcome: CardOutcome];

const succeeds: CardOutcome = { result: 'succeeds' };
const declinesWith = (decline: Decline): CardOutcome => ({ result: 'declines', decline });
const declinesCvcWith = (decline: Decline): CardOutcome => ({
  result: 'declines',
  decline,
  onlyWithCvc: true,
});
const challenges: CardOutcome = { result: 'challenges', afterwards: { result: 'succeeds' } };
const challengesThenDeclinesWith = (decline: Decline): CardOutcome => ({
  result: 'challenges',
  afterwards: { result: 'declines', decline },
});
const refused = (why: string): CardOutcome => ({ result: 'refused', why });

const DISPUTE = 'is disputed after it was paid, and HajiQ Pay’s guide knows no disputes';

const groups: Readonly<Record<TestCard['group'], readonly Row[]>> = {
  success: [
    ['4242424242424242', 'Visa', succeeds],
    ['4000056655665556', 'Visa debit', succeeds],
    ['5555555555554444', 'Mastercard', succeeds],
    ['2223003122003222', 'Mastercard, 2-series', succeeds],
    ['5200828282828210', 'Mastercard debit', succeeds],
    ['5105105105105100', 'Mastercard prepaid', succeeds],
    ['378282246310005', 'American Express', succeeds],
    ['371449635398431', 'American Express', succeeds],
    ['6011111111111117', 'Discover', succeeds],
    ['6011000990139424', 'Discover', succeeds],
    ['6011981111111113', 'Discover debit', succeeds],
    ['3056930009020004', 'Diners Club', succeeds],
    ['36227206271667', 'Diners Club, 14 digits', succeeds],
    ['3566002020360505', 'JCB', succeeds],
    ['6200000000000005', 'UnionPay', succeeds],
    ['6200000000000047', 'UnionPay debit', succeeds],
    ['6205500000000000004', 'UnionPay, 19 digits', succeeds],
    ['6555900000604105', 'BCcard and DinaCard', succeeds],
    ['4000002500001001', 'Cartes Bancaires and Visa', succeeds],
    ['5555552500001001', 'Cartes Bancaires and Mastercard', succeeds],
    ['4000051230000072', 'Visa, health savings', succeeds],
    ['5200828282828897', 'Mastercard, health savings', succeeds],
    ['4000000000000077', 'the money is available at once', succeeds],
  ],
  decline: [
    ['4000000000000002', 'declined', declinesWith(declines.generic)],
    ['4000000000009995', 'not enough money', declinesWith(declines.insufficientFunds)],
    ['4000000000009987', 'reported lost', declinesWith(declines.lostCard)],
    ['4000000000009979', 'reported stolen', declinesWith(declines.stolenCard)],
    ['4000000000000069', 'expired', declinesWith(declines.expiredCard)],
    ['4000000000000127', 'wrong security code', declinesCvcWith(declines.incorrectCvc)],
    ['4000000000000119', 'the bank has a fault', declinesWith(declines.processingError)],
    ['4000000000006975', 'used too often', declinesWith(declines.velocityExceeded)],
    ['4000000000000341', 'declined when it is charged', declinesWith(declines.generic)],
    ['4100000000000019', 'always blocked as fraud', declinesWith(declines.fraudulent)],
    ['4000000000000101', 'the security code does not match', declinesCvcWith(declines.failedCvcCheck)],
  ],
  'three-d-secure': [
    ['4000000000003220', 'asks for 3-D Secure', challenges],
    ['4000002500003155', 'asks, unless it was set up before', challenges],
    ['4000002760003184', 'asks at every payment', challenges],
    ['4000003800000446', 'asks, unless the customer is away', challenges],
    [
      '4000008260003178',
      'asks, then has not enough money',
      challengesThenDeclinesWith(declines.insufficientFunds),
    ],
    ['4000008400001629', 'asks, then is declined', challengesThenDeclinesWith(declines.generic)],
    ['4000008400001280', 'declined: 3-D Secure does not answer', declinesWith(declines.failedLookup)],
    ['4000000000003055', 'could ask, and does not', succeeds],
    [
      '4000000000003097',
      'could ask, and then has a fault',
      refused('has a fault where 3-D Secure is asked for, and what it does otherwise is not known'),
    ],
  ],
  checks: [
    ['4000000000009235', 'elevated risk', succeeds],
    ['4000000000000036', 'the postal code does not match', succeeds],
    ['4000000000000028', 'the street does not match', succeeds],
    ['4000000000000010', 'street and postal code do not match', succeeds],
    ['4000000000000044', 'the address is not checked', succeeds],
    [
      '4000000000004954',
      'highest risk',
      refused('is blocked or not by the rules of an account at Stripe Radar, and here are none'),
    ],
  ],
  dispute: [
    ['4000000000000259', 'disputed as fraud', refused(DISPUTE)],
    ['4000000000002685', 'disputed as not received', refused(DISPUTE)],
    ['4000000000001976', 'the bank inquires', refused(DISPUTE)],
    ['4000000000005423', 'the bank warns of fraud', refused(DISPUTE)],
  ],
  refund: [
    [
      '4000000000007726',
      'a refund succeeds later',
      refused('returns its money later, and HajiQ Pay’s guide knows no refund that is pending'),
    ],
    [
      '4000000000005126',
      'a refund fails later',
      refused('fails to take its money back later, and HajiQ Pay’s guide knows no refund that fails'),
    ],
  ],
};

/**
 * Stripe's test cards and what they do here.
 *
 * @see https://docs.stripe.com/testing
 */
export const testCards: readonly TestCard[] = Object.entries(groups).flatMap(([group, rows]) =>
  rows.map(([number, about, outcome]) => ({ number, group: group as TestCard['group'], about, outcome })),
);

/** Tells what a card does; a number that is no test card is declined, as Stripe's test mode declines it. */
export function toOutcome({ number, cvc }: { number: string; cvc?: string }): CardOutcome {
  const outcome = testCards.find((card) => card.number === number)?.outcome;
  if (outcome === undefined) return declinesWith(declines.notATestCard);
  const lacksCvc = outcome.result === 'declines' && outcome.onlyWithCvc === true && cvc === undefined;
  return lacksCvc ? succeeds : outcome;
}
