import { isRecord } from '../../../protocol/isRecord.ts';
import { type CardBrand, findBrandRule } from './brands.ts';
import { digitsOf } from './cardNumber.ts';
import type { CardValues, FieldCheck, FieldName, ValidationCode } from './fields.ts';

/** The error of a `change` event, or of a confirmation that never left the frame. */
interface CardValidationError {
  type: 'validation_error';
  code: ValidationCode;
  message: string;
}

/** The payload of a Card Element's `change` event. */
export interface CardChange {
  elementType: 'card';
  empty: boolean;
  complete: boolean;
  error: CardValidationError | undefined;
  value: { postalCode: string };
  brand: CardBrand;
}

interface CardState {
  readonly values: CardValues;
  readonly checks: Readonly<Record<FieldName, FieldCheck>>;
  /** The fields the customer can see, in order. */
  readonly shown: readonly FieldName[];
  /** The fields whose incompleteness is complained about. */
  readonly revealed: ReadonlySet<FieldName>;
  readonly messages: Readonly<Record<ValidationCode, string>>;
}

/** Tells whether a field is to look wrong now. */
export function isComplainedAbout(
  check: FieldCheck,
  isRevealed: boolean,
): check is Exclude<FieldCheck, { status: 'complete' }> {
  return check.status === 'invalid' || (isRevealed && check.status !== 'complete');
}

/** Sums the fields up as the payload of a `change` event. */
export function toCardChange({ values, checks, shown, revealed, messages }: CardState): CardChange {
  let error: CardValidationError | undefined;
  for (const field of shown) {
    const check = checks[field];
    if (!isComplainedAbout(check, revealed.has(field))) continue;
    error = { type: 'validation_error', code: check.code, message: messages[check.code] };
    break;
  }
  return {
    elementType: 'card',
    empty: shown.every((field) => values[field] === ''),
    complete: shown.every((field) => checks[field].status === 'complete'),
    error,
    value: { postalCode: values.postal },
    brand: findBrandRule(digitsOf(values.number)).brand,
  };
}

/** Tells whether two payloads say the same; Stripe sends no event then. */
export function isSameChange(left: unknown, right: unknown): boolean {
  if (!isRecord(left) || !isRecord(right)) return left === right;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    isSameChange(left[key], right[key]),
  );
}
