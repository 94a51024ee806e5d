import { isRecord } from '../../../protocol/isRecord.ts';
import { type CardBrand, findBrandRule } from './brands.ts';
import { digitsOf } from './cardNumber.ts';
import type { CardValues, FieldCheck, FieldName } from './fields.ts';
import type { CardValidationError } from './findComplaint.ts';

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
  readonly error: CardValidationError | undefined;
}

/** Sums the fields up as the payload of a `change` event. */
export function toCardChange({ values, checks, shown, error }: CardState): CardChange {
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
