import { maxCvcLength, maxNumberLength } from '../card/brands.ts';
import { digitsOf } from '../card/cardNumber.ts';
import type { CardValues, FieldName } from '../card/fields.ts';
import type { CardForm } from './CardForm.ts';
import { fieldOf } from './cardView.ts';
import { formatField, placeCaret } from './formatField.ts';

const EXPIRY_LENGTH = 4;

function isFull(field: FieldName, values: CardValues): boolean {
  const length = digitsOf(values[field]).length;
  const numberDigits = digitsOf(values.number);
  switch (field) {
    case 'number':
      return length === maxNumberLength(numberDigits);
    case 'expiry':
      return length === EXPIRY_LENGTH;
    case 'cvc':
      return length === maxCvcLength(numberDigits);
    case 'postal':
      return false;
  }
}

/** Writes the fields in form as the customer types, and moves on when a field is full and good. */
export function listenToTyping(form: CardForm): void {
  const { view } = form;
  view.card.addEventListener('input', (event) => {
    const field = fieldOf(view, event.target);
    if (field === undefined) return;
    const input = view.inputs[field];
    const isDeletion = event instanceof InputEvent && event.inputType.startsWith('delete');
    const caret = input.selectionStart ?? input.value.length;
    const isAtEnd = caret >= input.value.length;
    const written = formatField(field, { text: input.value, isDeletion, number: view.inputs.number.value });
    if (written !== input.value) {
      const place = placeCaret({ text: input.value, caret }, written);
      input.value = written;
      input.setSelectionRange(place, place);
    }
    if (field === 'number') {
      const cvc = view.inputs.cvc;
      cvc.value = formatField('cvc', { text: cvc.value, isDeletion, number: written });
    }
    form.reveal(field, false);

    if (isDeletion || !isAtEnd || !isFull(field, form.values)) return;
    if (form.checks[field].status !== 'complete') return;
    const next = form.shown[form.shown.indexOf(field) + 1];
    if (next !== undefined) view.inputs[next].focus();
  });
}
