import { type CardBrand, findBrandRule } from './brands.ts';
import { type CardPart, fieldOfPart } from './cardParts.ts';
import { digitsOf } from './cardNumber.ts';
import type { CardValues, FieldCheck } from './fields.ts';
import type { CardValidationError } from './findComplaint.ts';

/** The payload of the `change` event of an element that holds a single field of a card. */
export interface PartChange {
  elementType: CardPart;
  empty: boolean;
  complete: boolean;
  error: CardValidationError | undefined;
  /** Told of the number alone. */
  brand?: CardBrand;
}

interface PartState {
  readonly part: CardPart;
  readonly values: CardValues;
  readonly check: FieldCheck;
  readonly error: CardValidationError | undefined;
}

/** Sums a field up as the payload of a `change` event. */
export function toPartChange({ part, values, check, error }: PartState): PartChange {
  return {
    elementType: part,
    empty: values[fieldOfPart[part]] === '',
    complete: check.status === 'complete',
    error,
    ...(part === 'cardNumber' ? { brand: findBrandRule(digitsOf(values.number)).brand } : {}),
  };
}
