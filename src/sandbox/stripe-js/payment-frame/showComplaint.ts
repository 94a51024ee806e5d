import type { CardField } from './paymentView.ts';

interface FieldLook {
  readonly isEmpty: boolean;
  /** What is complained about. */
  readonly message: string | undefined;
}

/** Draws one field as empty or not and as good or not, for the eye and for a screen reader. */
export function showComplaint(
  { label, control, complaint }: CardField,
  { isEmpty, message }: FieldLook,
): void {
  const isInvalid = message !== undefined;
  control.classList.toggle('Input--empty', isEmpty);
  control.classList.toggle('Input--invalid', isInvalid);
  label.classList.toggle('Label--empty', isEmpty);
  label.classList.toggle('Label--invalid', isInvalid);
  label.classList.toggle('Label--focused', document.activeElement === control);
  control.setAttribute('aria-invalid', String(isInvalid));
  if (isInvalid) control.setAttribute('aria-describedby', complaint.id);
  else control.removeAttribute('aria-describedby');
  complaint.hidden = !isInvalid;
  // An alert that is written anew is read out anew.
  if (complaint.textContent !== (message ?? '')) complaint.textContent = message ?? '';
}
