import type { CardValues, FieldCheck, FieldName } from './fields.ts';

/** The payload of a Payment Element's `change` event: unlike a Card Element's, it says nothing of an error. */
export interface PaymentChange {
  elementType: 'payment';
  empty: boolean;
  complete: boolean;
  collapsed: boolean;
  value: { type: 'card' };
}

interface PaymentState {
  readonly values: CardValues;
  readonly checks: Readonly<Record<FieldName, FieldCheck>>;
  /** The fields the customer can see, in order. */
  readonly shown: readonly FieldName[];
}

/** Sums the fields up as the payload of a `change` event. */
export function toPaymentChange({ values, checks, shown }: PaymentState): PaymentChange {
  return {
    elementType: 'payment',
    empty: shown.every((field) => values[field] === ''),
    complete: shown.every((field) => checks[field].status === 'complete'),
    // The one payment method there is has no row of others to fold into.
    collapsed: false,
    value: { type: 'card' },
  };
}
