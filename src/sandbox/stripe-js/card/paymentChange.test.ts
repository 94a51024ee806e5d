import { describe, expect, it } from 'vitest';
import { checkFields } from './checkFields.ts';
import type { CardValues, FieldName } from './fields.ts';
import { toPaymentChange } from './paymentChange.ts';

const blank: CardValues = { number: '', expiry: '', cvc: '', postal: '' };
const card: CardValues = { ...blank, number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123' };
const everywhere: FieldName[] = ['number', 'expiry', 'cvc'];
const inTheUnitedStates: FieldName[] = [...everywhere, 'postal'];

function change(values: CardValues, shown: FieldName[]) {
  return toPaymentChange({ values, shown, checks: checkFields(values, new Date(2026, 10, 22)) });
}

describe('toPaymentChange', () => {
  it('is empty before anything is typed, and tells of no error', () =>
    expect(change(blank, everywhere)).toEqual({
      elementType: 'payment',
      empty: true,
      complete: false,
      collapsed: false,
      value: { type: 'card' },
    }));

  it('is complete with a good card', () =>
    expect(change(card, everywhere)).toMatchObject({ empty: false, complete: true }));

  it('is not complete without the postal code it asks for', () => {
    expect(change(card, inTheUnitedStates).complete).toBe(false);
    expect(change({ ...card, postal: '94107' }, inTheUnitedStates).complete).toBe(true);
  });
});
