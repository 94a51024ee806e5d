import type { StripeElementClasses } from '@stripe/stripe-js';

/** The states of an element that show as classes on the node it is mounted on. */
export type ElementState = Record<Exclude<keyof StripeElementClasses, 'base'>, boolean>;

const defaultClasses: Required<StripeElementClasses> = {
  base: 'StripeElement',
  complete: 'StripeElement--complete',
  empty: 'StripeElement--empty',
  focus: 'StripeElement--focus',
  invalid: 'StripeElement--invalid',
  webkitAutofill: 'StripeElement--webkit-autofill',
};

function toNames(classes: Required<StripeElementClasses>, state: ElementState): string[] {
  const { base, ...modifiers } = classes;
  const names = Object.entries(modifiers).filter(([name]) => Reflect.get(state, name) === true);
  return [base, ...names.map(([, className]) => className)]
    .flatMap((className) => className.split(/\s+/))
    .filter(Boolean);
}

/** The classes an element has put on its mount node; those of the page stay as they are. */
export class ElementClasses {
  readonly #node: HTMLElement;
  #shown: readonly string[] = [];

  constructor(node: HTMLElement) {
    this.#node = node;
  }

  /** Shows a state, in the merchant's class names where there are any. */
  show(state: ElementState, classes: StripeElementClasses): void {
    const names = toNames({ ...defaultClasses, ...classes }, state);
    this.#node.classList.remove(...this.#shown.filter((name) => !names.includes(name)));
    this.#node.classList.add(...names);
    this.#shown = names;
  }

  /** Takes every class away again. */
  remove(): void {
    this.#node.classList.remove(...this.#shown);
    this.#shown = [];
  }
}
