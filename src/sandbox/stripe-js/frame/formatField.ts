import { maxCvcLength } from '../card/brands.ts';
import { digitsOf, formatCardNumber } from '../card/cardNumber.ts';
import { formatExpiry, formatExpiryAfterDeletion } from '../card/expiry.ts';
import type { FieldName } from '../card/fields.ts';

const POSTAL_CODE_LENGTH = 5;

interface Typed {
  readonly text: string;
  readonly isDeletion: boolean;
  /** The card number beside it, on which the length of a security code hangs. */
  readonly number: string;
}

/** Writes what was typed into a field the way the field writes it. */
export function formatField(field: FieldName, { text, isDeletion, number }: Typed): string {
  switch (field) {
    case 'number':
      return formatCardNumber(text);
    case 'expiry':
      return isDeletion ? formatExpiryAfterDeletion(text) : formatExpiry(text);
    case 'cvc':
      return digitsOf(text).slice(0, maxCvcLength(digitsOf(number)));
    case 'postal':
      return digitsOf(text).slice(0, POSTAL_CODE_LENGTH);
  }
}

/** Finds where the caret belongs in the rewritten text: after as many digits as it stood behind before. */
export function placeCaret(before: { text: string; caret: number }, written: string): number {
  if (before.caret >= before.text.length) return written.length;
  const digitsBehind = digitsOf(before.text.slice(0, before.caret)).length;
  let seen = 0;
  for (let index = 0; index < written.length; index += 1) {
    if (seen === digitsBehind) return index;
    if (/\d/.test(written.charAt(index))) seen += 1;
  }
  return written.length;
}
