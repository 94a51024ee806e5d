import { maxCvcLength, maxNumberLength } from '../card/brands.ts';
import { digitsOf } from '../card/cardNumber.ts';
import type { CardValues, FieldName } from '../card/fields.ts';
import { fieldOf, type FieldsForm } from './FrameForm.ts';
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
export function listenToTyping(form: FieldsForm): void {
  const { root, inputs } = form;
  root.addEventListener('input', (event) => {
    const field = fieldOf(form, event.target);
    const input = field === undefined ? undefined : inputs[field];
    if (field === undefined || input === undefined) return;
    const isDeletion = event instanceof InputEvent && event.inputType.startsWith('delete');
    const caret = input.selectionStart ?? input.value.length;
    const isAtEnd = caret >= input.value.length;
    const written = formatField(field, { text: input.value, isDeletion, number: form.values.number });
    if (written !== input.value) {
      const place = placeCaret({ text: input.value, caret }, written);
      input.value = written;
      input.setSelectionRange(place, place);
    }
    const { cvc } = inputs;
    if (field === 'number' && cvc !== undefined) {
      cvc.value = formatField('cvc', { text: cvc.value, isDeletion, number: written });
    }
    form.reveal(field, false);

    if (isDeletion || !isAtEnd || !isFull(field, form.values)) return;
    if (form.checks[field].status !== 'complete') return;
    const next = form.neighbour(field, 'next');
    if (next !== undefined) inputs[next]?.focus();
  });
}
