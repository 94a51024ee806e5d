import type { StripeElements } from '@stripe/stripe-js';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import { resolveLocale } from '../locales.ts';
import type { StandIn } from '../StandIn.ts';
import { CardElement } from './CardElement.ts';
import { EventHandlers } from './EventHandlers.ts';
import { type GroupOptions, parseGroupOptions, parseGroupUpdate } from './groupOptions.ts';

const cardOnly = 'It has the Card Element only: use elements.create("card").';
const noSession =
  'It belongs to the Payment Element: a Card Element is checked by stripe.confirmCardPayment.';

/** React passes the component (`CardElement`) where plain Stripe.js passes the name ('card'). */
function toElementType(type: unknown): unknown {
  return typeof type === 'function' ? Reflect.get(type, '__elementType') : type;
}

/** What `stripe.elements()` returns: the options its Card Element shares, and the element itself. */
export class ElementsGroup implements Record<keyof StripeElements, unknown> {
  readonly #standIn: StandIn;
  readonly #handlers = new EventHandlers(['update-end']);
  #options: GroupOptions;
  #card: CardElement | null = null;

  constructor(standIn: StandIn, options: unknown) {
    this.#standIn = standIn;
    this.#options = parseGroupOptions(options);
  }

  /** Makes the group's Card Element. There can be one at a time. */
  create(type: unknown, options?: unknown): CardElement {
    if (type !== 'card') throw notInSandbox(`elements.create(${JSON.stringify(type)})`, cardOnly);
    if (this.#card !== null) {
      throw new IntegrationError(
        'Can only create one Element of type card through the same elements group. Destroy the first one before creating another.',
      );
    }
    const card = new CardElement({
      standIn: this.#standIn,
      options,
      shared: () => ({
        locale: resolveLocale(this.#options.locale ?? this.#standIn.locale, navigator.language),
        fonts: this.#options.fonts ?? [],
      }),
      onDestroy: () => {
        this.#card = null;
      },
    });
    this.#card = card;
    return card;
  }

  /** Gives the group's Card Element, or null before it is created and after it is destroyed. */
  getElement(type: unknown): CardElement | null {
    return toElementType(type) === 'card' ? this.#card : null;
  }

  /** Changes the language, the fonts or the appearance; the last has no say in a Card Element, here as at Stripe. */
  async update(options: unknown): Promise<void> {
    this.#options = { ...this.#options, ...parseGroupUpdate(options) };
    await this.#card?.refresh();
    this.#handlers.emit('update-end', undefined);
  }

  on(event: unknown, handler: unknown): void {
    this.#handlers.add(event, handler);
  }

  submit(): never {
    throw notInSandbox('elements.submit()', noSession);
  }

  fetchUpdates(): never {
    throw notInSandbox('elements.fetchUpdates()', noSession);
  }
}
