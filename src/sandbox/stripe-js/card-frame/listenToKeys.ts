import type { FromCardFrame } from '../wire/cardFrameMessages.ts';
import type { CardForm } from './CardForm.ts';
import { fieldOf } from './cardView.ts';

/** Sends Enter and Escape to the page, and lets Backspace in an empty field go back to the one before. */
export function listenToKeys(form: CardForm, send: (message: FromCardFrame) => void): void {
  const { view } = form;
  view.card.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') send({ type: 'escape' });
    if (event.key === 'Enter') {
      event.preventDefault();
      send({ type: 'enter' });
    }
    const field = fieldOf(view, event.target);
    if (event.key !== 'Backspace' || field === undefined || view.inputs[field].value !== '') return;
    const previous = form.shown[form.shown.indexOf(field) - 1];
    if (previous === undefined) return;
    event.preventDefault();
    const input = view.inputs[previous];
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  });
}
