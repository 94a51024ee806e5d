import type { FrameSignal } from '../wire/frameMessages.ts';
import { fieldOf, type FieldsForm } from './FrameForm.ts';

/** Sends Enter and Escape to the page, and lets Backspace in an empty field go back to the one before. */
export function listenToKeys(form: FieldsForm, send: (signal: FrameSignal) => void): void {
  form.root.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') send({ type: 'escape' });
    const field = fieldOf(form, event.target);
    if (field === undefined) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      send({ type: 'enter' });
    }
    if (event.key !== 'Backspace' || form.inputs[field]?.value !== '') return;
    const previous = form.neighbour(field, 'previous');
    const input = previous === undefined ? undefined : form.inputs[previous];
    if (input === undefined) return;
    event.preventDefault();
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  });
}
