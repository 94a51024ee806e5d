import type { FieldName } from '../card/fields.ts';
import { findNode } from '../frame/findNode.ts';

/** The elements of the card frame's document that the rest of the frame works on. */
export interface CardView {
  readonly card: HTMLElement;
  readonly icon: HTMLElement;
  readonly fieldsRow: HTMLElement;
  readonly detailsRow: HTMLElement;
  readonly lastDigits: HTMLElement;
  readonly inputs: Readonly<Record<FieldName, HTMLInputElement>>;
}

const inputNames: Record<FieldName, string> = {
  number: 'cardnumber',
  expiry: 'exp-date',
  cvc: 'cvc',
  postal: 'postal',
};

/** Finds the parts of the frame's document and gives the inputs what is the same in every language. */
export function findCardView(): CardView {
  const find = (selector: string) => findNode(document, selector, HTMLElement);
  const input = (field: FieldName): HTMLInputElement => {
    const found = findNode(document, `input[name="${inputNames[field]}"]`, HTMLInputElement);
    found.inputMode = 'numeric';
    found.spellcheck = false;
    found.setAttribute('autocorrect', 'off');
    return found;
  };
  return {
    card: find('.Card'),
    icon: find('.Card-icon'),
    fieldsRow: find('.Card-fields'),
    detailsRow: find('.Card-details'),
    lastDigits: find('.Card-lastDigits'),
    inputs: { number: input('number'), expiry: input('expiry'), cvc: input('cvc'), postal: input('postal') },
  };
}
