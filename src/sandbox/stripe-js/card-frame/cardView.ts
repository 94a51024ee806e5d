import { type FieldName, fieldNames } from '../card/fields.ts';

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

function find<Found extends HTMLElement>(selector: string, kind: new () => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`card-frame.html has no ${selector}.`);
  return found;
}

/** Finds the parts of the frame's document and gives the inputs what is the same in every language. */
export function findCardView(): CardView {
  const input = (field: FieldName): HTMLInputElement => {
    const found = find(`input[name="${inputNames[field]}"]`, HTMLInputElement);
    found.inputMode = 'numeric';
    found.spellcheck = false;
    found.setAttribute('autocorrect', 'off');
    return found;
  };
  return {
    card: find('.Card', HTMLElement),
    icon: find('.Card-icon', HTMLElement),
    fieldsRow: find('.Card-fields', HTMLElement),
    detailsRow: find('.Card-details', HTMLElement),
    lastDigits: find('.Card-lastDigits', HTMLElement),
    inputs: { number: input('number'), expiry: input('expiry'), cvc: input('cvc'), postal: input('postal') },
  };
}

/** Tells which field an event came from. */
export function fieldOf({ inputs }: CardView, target: EventTarget | null): FieldName | undefined {
  return fieldNames.find((field) => inputs[field] === target);
}
