import { findBrandRule, maxNumberLength } from './brands.ts';
import { digitsOf } from './cardNumber.ts';
import { parseExpiry } from './expiry.ts';
import type { CardValues, FieldCheck, FieldName } from './fields.ts';
import { passesLuhn } from './luhn.ts';

/** Stripe refuses years further ahead than this. */
const MAX_YEARS_AHEAD = 50;
const POSTAL_CODE_LENGTH = 5;
const complete: FieldCheck = { status: 'complete' };

function checkNumber(text: string): FieldCheck {
  const digits = digitsOf(text);
  if (digits === '') return { status: 'empty', code: 'incomplete_number' };
  if (!findBrandRule(digits).lengths.includes(digits.length)) {
    return { status: 'incomplete', code: 'incomplete_number' };
  }
  if (passesLuhn(digits)) return complete;
  return digits.length < maxNumberLength(digits)
    ? { status: 'incomplete', code: 'invalid_number' }
    : { status: 'invalid', code: 'invalid_number' };
}

function checkExpiry(text: string, today: Date): FieldCheck {
  const expiry = parseExpiry(text);
  if (expiry === undefined)
    return { status: text === '' ? 'empty' : 'incomplete', code: 'incomplete_expiry' };
  const [thisYear, thisMonth] = [today.getFullYear(), today.getMonth() + 1];
  if (expiry.year < thisYear) return { status: 'invalid', code: 'invalid_expiry_year_past' };
  if (expiry.year === thisYear && expiry.month < thisMonth) {
    return { status: 'invalid', code: 'invalid_expiry_month_past' };
  }
  if (expiry.year > thisYear + MAX_YEARS_AHEAD) return { status: 'invalid', code: 'invalid_expiry_year' };
  return complete;
}

function checkCvc(text: string, numberDigits: string): FieldCheck {
  if (findBrandRule(numberDigits).cvcLengths.includes(text.length)) return complete;
  return { status: text === '' ? 'empty' : 'incomplete', code: 'incomplete_cvc' };
}

function checkPostal(text: string): FieldCheck {
  if (text.length === POSTAL_CODE_LENGTH) return complete;
  return { status: text === '' ? 'empty' : 'incomplete', code: 'incomplete_zip' };
}

/** Judges every field of the card as Stripe's Card Element does, as of `today`. */
export function checkFields(values: CardValues, today: Date): Record<FieldName, FieldCheck> {
  return {
    number: checkNumber(values.number),
    expiry: checkExpiry(values.expiry, today),
    cvc: checkCvc(values.cvc, digitsOf(values.number)),
    postal: checkPostal(values.postal),
  };
}
