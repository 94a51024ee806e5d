import { fieldOf, type FrameForm } from '../frame/FrameForm.ts';

/** Lets a press on the icon, or on a gap, do what one on the field beside it would do. */
export function listenToGaps<Settings>(form: FrameForm<Settings>): void {
  document.addEventListener('mousedown', (event) => {
    if (fieldOf(form, event.target) !== undefined) return;
    event.preventDefault();
    if (fieldOf(form, document.activeElement) === undefined) form.focus();
  });
}
