import { describe, expect, it } from 'vitest';
import { cardTexts } from './cardTexts.ts';
import { partTexts } from './partTexts.ts';

describe('partTexts', () => {
  it.each([
    ['cardNumber', 'Secure card number input frame', 'Credit or debit card number', '1234 1234 1234 1234'],
    ['cardExpiry', 'Secure expiration date input frame', 'Credit or debit card expiration date', 'MM / YY'],
    ['cardCvc', 'Secure CVC input frame', 'Credit or debit card CVC/CVV', 'CVC'],
  ] as const)('names %s as Stripe does', (part, frameTitle, label, placeholder) =>
    expect(partTexts(part, 'en')).toMatchObject({ frameTitle, label, placeholder }),
  );

  it('speaks Arabic', () => {
    expect(partTexts('cardNumber', 'ar').frameTitle).toMatch(/^[\u0600-\u06ff ]+$/);
    expect(partTexts('cardExpiry', 'ar').errors).toBe(cardTexts('ar').errors);
  });

  it('reads English in every other language', () =>
    expect(partTexts('cardCvc', 'fr-CA')).toEqual(partTexts('cardCvc', 'en')));
});
