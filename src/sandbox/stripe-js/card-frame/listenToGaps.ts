import { fieldOf } from '../frame/FrameForm.ts';
import type { CardForm } from './CardForm.ts';

/** Lets a press on the icon, or on a gap, do what one on the field beside it would do. */
export function listenToGaps(form: CardForm): void {
  document.addEventListener('mousedown', (event) => {
    if (fieldOf(form, event.target) !== undefined) return;
    event.preventDefault();
    if (fieldOf(form, document.activeElement) === undefined) form.inputs.number.focus();
  });
}
