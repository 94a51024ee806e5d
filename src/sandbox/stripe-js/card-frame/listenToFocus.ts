import type { FromCardFrame } from '../wire/cardFrameMessages.ts';
import type { CardForm } from './CardForm.ts';
import { fieldOf } from './cardView.ts';

/** Tells the page when the card as a whole gains and loses the focus, and complains about fields left half done. */
export function listenToFocus(form: CardForm, send: (message: FromCardFrame) => void): void {
  const { view } = form;
  let hasFocus = false;
  view.card.addEventListener('focusin', () => {
    form.refresh();
    if (hasFocus) return;
    hasFocus = true;
    send({ type: 'focus' });
  });
  view.card.addEventListener('focusout', (event) => {
    const field = fieldOf(view, event.target);
    if (field !== undefined && view.inputs[field].value !== '') form.reveal(field, true);
    if (fieldOf(view, event.relatedTarget) !== undefined) return;
    hasFocus = false;
    send({ type: 'blur' });
    // The focus has not moved yet while this event is told.
    queueMicrotask(() => form.refresh());
  });
  // The icon and the gaps belong to the field beside them.
  document.addEventListener('mousedown', (event) => {
    if (fieldOf(view, event.target) !== undefined) return;
    event.preventDefault();
    if (fieldOf(view, document.activeElement) === undefined) view.inputs.number.focus();
  });
}
