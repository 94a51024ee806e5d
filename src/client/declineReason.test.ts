import { describe, expect, it } from 'vitest';
import { PaymentError } from '../errors/PaymentError.ts';
import { toDeclineReason } from './declineReason.ts';

const reason = (stripeCode: string, declineCode?: string) =>
  toDeclineReason(new PaymentError('card_declined', { customerMessage: '', stripeCode, declineCode }));

describe('toDeclineReason', () => {
  it.each(['lost_card', 'stolen_card', 'fraudulent', 'generic_decline', 'some_code_of_tomorrow', 'toString'])(
    'tells %s as an ordinary decline',
    (declineCode) => {
      expect(reason('card_declined', declineCode)).toBe('declined');
    },
  );

  it.each([
    ['card_declined', 'insufficient_funds', 'insufficient_funds'],
    ['expired_card', undefined, 'expired_card'],
    ['incorrect_cvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['processing_error', 'processing_error', 'processing_error'],
  ])('tells %s/%s as %s', (stripeCode, declineCode, expected) => {
    expect(reason(stripeCode, declineCode)).toBe(expected);
  });
});
