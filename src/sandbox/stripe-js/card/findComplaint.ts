import type { FieldCheck, FieldName, ValidationCode } from './fields.ts';

/** What is wrong with the fields, as Stripe tells it of a card that never left its frame. */
export interface CardValidationError {
  type: 'validation_error';
  code: ValidationCode;
  message: string;
}

interface FieldsState {
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

/** Finds the first field that looks wrong, and what is said of it. */
export function findComplaint({
  checks,
  shown,
  revealed,
  messages,
}: FieldsState): CardValidationError | undefined {
  for (const field of shown) {
    const check = checks[field];
    if (!isComplainedAbout(check, revealed.has(field))) continue;
    return { type: 'validation_error', code: check.code, message: messages[check.code] };
  }
  return undefined;
}
