/** The fields of a Card Element, in the order they stand in and are complained about. */
export const fieldNames = ['number', 'expiry', 'cvc', 'postal'] as const;

/** One field of a Card Element. */
export type FieldName = (typeof fieldNames)[number];

/** What stands in the fields, as it is written there. */
export type CardValues = Readonly<Record<FieldName, string>>;

/** The codes of Stripe's `validation_error`s for a card. */
export type ValidationCode =
  | 'incomplete_number'
  | 'invalid_number'
  | 'incomplete_expiry'
  | 'invalid_expiry_month_past'
  | 'invalid_expiry_year_past'
  | 'invalid_expiry_year'
  | 'incomplete_cvc'
  | 'incomplete_zip';

/**
 * The verdict on one field. `invalid` is wrong whatever is typed next and is complained about at once;
 * `empty` and `incomplete` only once the customer has left the field, or asked to pay.
 */
export type FieldCheck =
  | { readonly status: 'complete' }
  | { readonly status: 'empty' | 'incomplete' | 'invalid'; readonly code: ValidationCode };
