import { describe, expect, it } from 'vitest';
import { isSameChange, toCardChange } from './cardChange.ts';
import { checkFields } from './checkFields.ts';
import type { CardValues, FieldName } from './fields.ts';
import { findComplaint } from './findComplaint.ts';
import { cardTexts } from './cardTexts.ts';

const messages = cardTexts('en').errors;
const shown: FieldName[] = ['number', 'expiry', 'cvc'];
const blank: CardValues = { number: '', expiry: '', cvc: '', postal: '' };

function change(values: Partial<CardValues>, revealed: FieldName[] = []) {
  const all = { ...blank, ...values };
  const checks = checkFields(all, new Date(2026, 10, 22));
  const error = findComplaint({ checks, shown, revealed: new Set(revealed), messages });
  return toCardChange({ values: all, checks, shown, error });
}

describe('toCardChange', () => {
  it('is empty and has no error before anything is typed', () =>
    expect(change({})).toEqual({
      elementType: 'card',
      empty: true,
      complete: false,
      error: undefined,
      value: { postalCode: '' },
      brand: 'unknown',
    }));

  it('keeps quiet about a number that is still being typed', () =>
    expect(change({ number: '4242' })).toMatchObject({ empty: false, error: undefined, brand: 'visa' }));

  it('complains about a whole number that cannot be right at once', () =>
    expect(change({ number: '4242 4242 4242 4241' }).error).toEqual({
      type: 'validation_error',
      code: 'invalid_number',
      message: 'Your card number is invalid.',
    }));

  it('complains about a field once it is revealed', () =>
    expect(change({ number: '4242' }, ['number']).error?.code).toBe('incomplete_number'));

  it('complains about the first wrong field only', () =>
    expect(change({}, ['cvc', 'expiry']).error?.code).toBe('incomplete_expiry'));

  it('is complete without the fields that are not shown', () =>
    expect(change({ number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123' }).complete).toBe(true));
});

describe('isSameChange', () => {
  it('finds equal payloads the same', () => expect(isSameChange(change({}), change({}))).toBe(true));

  it('sees an error that came or went', () => {
    expect(isSameChange(change({ number: '4242' }), change({ number: '4242' }, ['number']))).toBe(false);
  });

  it('sees a postal code that changed', () =>
    expect(isSameChange(change({ postal: '9' }), change({ postal: '94' }))).toBe(false));

  it('finds two partial numbers of one brand the same, for nothing else of them is told', () =>
    expect(isSameChange(change({ number: '4' }), change({ number: '42' }))).toBe(true));
});
