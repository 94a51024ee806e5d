import { type CardValues, type FieldCheck, type FieldName, fieldNames } from '../card/fields.ts';
import type { CardValidationError } from '../card/findComplaint.ts';
import type { FormRecord } from '../wire/encodeForm.ts';

/** The fields of a card as they stand in a frame's document, whichever element it is the frame of. */
export interface FieldsForm {
  readonly root: HTMLElement;
  /** The fields of this document, which may be all of the card's or a single one. */
  readonly inputs: Readonly<Partial<Record<FieldName, HTMLInputElement>>>;
  /** What stands in the fields of the card now, in this document or beside it. */
  readonly values: CardValues;
  /** The verdict on each field of the card. */
  readonly checks: Readonly<Record<FieldName, FieldCheck>>;
  /** Finds the field that typing goes on in when this one is full, and that Backspace goes back to when it is empty. */
  neighbour(field: FieldName, direction: 'next' | 'previous'): FieldName | undefined;
  /** Begins, or stops, to complain about a field that is not yet whole. */
  reveal(field: FieldName, isRevealed: boolean): void;
  /** Draws the state of the fields and tells the page when what it may know has changed. */
  refresh(): void;
}

/** A form that the page can set, check and pay with. */
export interface FrameForm<Settings> extends FieldsForm {
  /** The billing address that the form itself asks for. */
  readonly address: FormRecord;
  /** Takes new settings over. */
  apply(settings: Settings): void;
  /** Moves the focus to the first field. */
  focus(): void;
  /** Complains about every field that is not whole, and gives the first complaint. */
  revealAll(): CardValidationError | undefined;
  /** Empties the fields. */
  clear(): void;
}

/** Tells which field an event came from. */
export function fieldOf({ inputs }: FieldsForm, target: EventTarget | null): FieldName | undefined {
  return fieldNames.find((field) => inputs[field] === target);
}
