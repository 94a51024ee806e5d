import type { FieldName } from '../card/fields.ts';
import { findNode } from '../frame/findNode.ts';

/** One labelled field with room for a complaint under it. */
interface LabelledField<Control extends HTMLElement> {
  readonly field: HTMLElement;
  readonly label: HTMLElement;
  readonly control: Control;
}

/** A field that can be complained about. */
export interface CardField extends LabelledField<HTMLInputElement> {
  readonly complaint: HTMLElement;
}

/** The elements of the payment frame's document that the rest of the frame works on. */
export interface PaymentView {
  readonly root: HTMLElement;
  readonly fields: Readonly<Record<FieldName, CardField>>;
  readonly country: LabelledField<HTMLSelectElement>;
}

/** Finds the parts of the frame's document. */
export function findPaymentView(): PaymentView {
  const findField = (name: string) => findNode(document, `[data-field="${name}"]`, HTMLElement);
  const cardField = (name: FieldName): CardField => {
    const field = findField(name);
    return {
      field,
      label: findNode(field, '.Label', HTMLElement),
      control: findNode(field, 'input', HTMLInputElement),
      complaint: findNode(field, '.Error', HTMLElement),
    };
  };
  const country = findField('country');
  return {
    root: findNode(document, '.p-PaymentForm', HTMLElement),
    fields: {
      number: cardField('number'),
      expiry: cardField('expiry'),
      cvc: cardField('cvc'),
      postal: cardField('postal'),
    },
    country: {
      field: country,
      label: findNode(country, '.Label', HTMLElement),
      control: findNode(country, 'select', HTMLSelectElement),
    },
  };
}
