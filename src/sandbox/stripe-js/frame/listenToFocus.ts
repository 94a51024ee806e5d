import type { FrameSignal } from '../wire/frameMessages.ts';
import { fieldOf, type FieldsForm } from './FrameForm.ts';

/** Tells the page when the form as a whole gains and loses the focus, and complains about fields left half done. */
export function listenToFocus(form: FieldsForm, send: (signal: FrameSignal) => void): void {
  const { root, inputs } = form;
  let hasFocus = false;
  root.addEventListener('focusin', () => {
    form.refresh();
    if (hasFocus) return;
    hasFocus = true;
    send({ type: 'focus' });
  });
  root.addEventListener('focusout', ({ target, relatedTarget }) => {
    const field = fieldOf(form, target);
    if (field !== undefined && inputs[field]?.value !== '') form.reveal(field, true);
    if (relatedTarget instanceof Node && root.contains(relatedTarget)) return;
    hasFocus = false;
    send({ type: 'blur' });
    // The focus has not moved yet while this event is told.
    queueMicrotask(() => form.refresh());
  });
}
