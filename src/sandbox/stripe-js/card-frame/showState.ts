import type { FieldCheck } from '../card/fields.ts';
import { type CardValidationError, isComplainedAbout } from '../card/findComplaint.ts';

interface CardState {
  readonly empty: boolean;
  readonly complete: boolean;
  readonly error: CardValidationError | undefined;
}

/** Draws a field as empty, whole or wrong, for the eye and for a screen reader. */
export function showField(field: HTMLElement, check: FieldCheck, isRevealed: boolean): void {
  const isInvalid = isComplainedAbout(check, isRevealed);
  field.classList.toggle('Field--invalid', isInvalid);
  field.classList.toggle('Field--complete', check.status === 'complete');
  field.classList.toggle('Field--empty', check.status === 'empty');
  if (field instanceof HTMLInputElement) field.setAttribute('aria-invalid', String(isInvalid));
}

/** Draws the line that the fields stand in, and its icon. */
export function showCard(card: HTMLElement, { empty, complete, error }: CardState, icon: string): void {
  card.classList.toggle('Card--invalid', error !== undefined);
  card.classList.toggle('Card--complete', complete);
  card.classList.toggle('Card--empty', empty);
  card.dataset.icon = error === undefined ? icon : 'error';
}
