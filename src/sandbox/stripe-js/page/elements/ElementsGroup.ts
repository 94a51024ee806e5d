import type { StripeElements, StripeError } from '@stripe/stripe-js';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import { resolveLocale } from '../locales.ts';
import type { StandIn } from '../StandIn.ts';
import { CardElement } from './CardElement.ts';
import { CardPartElement } from './CardPartElement.ts';
import { type ElementsIntent, isDeferred } from './elementsIntent.ts';
import { EventHandlers } from './EventHandlers.ts';
import { ExpressCheckoutElement } from './ExpressCheckoutElement.ts';
import { type GroupOptions, parseGroupOptions, parseGroupUpdate } from './groupOptions.ts';
import { PaymentElement } from './PaymentElement.ts';
import { readSession } from './readSession.ts';

type GroupElement = CardElement | CardPartElement | PaymentElement | ExpressCheckoutElement;

/** React passes the component (`PaymentElement`) where plain Stripe.js passes the name ('payment'). */
function toElementType(type: unknown): unknown {
  return typeof type === 'function' ? Reflect.get(type, '__elementType') : type;
}

let groups = 0;

/** What `stripe.elements()` returns: the options its elements share, and the elements themselves. */
export class ElementsGroup implements Record<keyof StripeElements, unknown> {
  readonly #standIn: StandIn;
  readonly #name: string;
  readonly #handlers = new EventHandlers(['update-end']);
  readonly #elements = new Map<unknown, GroupElement>();
  #options: GroupOptions;
  #session: Promise<StripeError | undefined> | undefined;
  #isSubmitted = false;

  constructor(standIn: StandIn, options: unknown) {
    groups += 1;
    this.#name = `group${groups}`;
    this.#standIn = standIn;
    this.#options = parseGroupOptions(options);
  }

  /** What the group is to pay. */
  get intent(): ElementsIntent | undefined {
    return this.#options.intent;
  }

  /** Whether `submit()` has found the fields in order. */
  get isSubmitted(): boolean {
    return this.#isSubmitted;
  }

  /** The group's Payment Element, if there is one. */
  get payment(): PaymentElement | undefined {
    const payment = this.#elements.get('payment');
    return payment instanceof PaymentElement ? payment : undefined;
  }

  /** Makes an element. There can be one of each type at a time. */
  create(type: unknown, options?: unknown): GroupElement {
    if (this.#elements.has(type)) {
      throw new IntegrationError(
        `Can only create one Element of type ${String(type)} through the same elements group. Destroy the first one before creating another.`,
      );
    }
    const element = this.#make(type, options, () => {
      this.#elements.delete(type);
      if (type === 'payment') this.#isSubmitted = false;
    });
    this.#elements.set(type, element);
    return element;
  }

  /** Gives the group's element of a type, or null before it is created and after it is destroyed. */
  getElement(type: unknown): GroupElement | null {
    return this.#elements.get(toElementType(type)) ?? null;
  }

  /** Changes what the elements share, and waits until they show it. */
  async update(options: unknown): Promise<void> {
    this.#options = parseGroupUpdate(this.#options, options);
    const shown = [...this.#elements.values()].filter((element) => 'refresh' in element);
    await Promise.all(shown.map((element) => element.refresh()));
    this.#handlers.emit('update-end', undefined);
  }

  on(event: unknown, handler: unknown): void {
    this.#handlers.add(event, handler);
  }

  /** Has the Payment Element show what is wrong with its fields; an intent may be made once nothing is. */
  async submit(): Promise<{ selectedPaymentMethod: string } | { error: StripeError }> {
    const { payment } = this;
    if (payment === undefined) {
      throw notInSandbox(
        'elements.submit() without a Payment Element',
        'A Card Element is checked by stripe.confirmCardPayment.',
      );
    }
    const error = await payment.check();
    this.#isSubmitted = error === undefined;
    return error === undefined ? { selectedPaymentMethod: 'card' } : { error };
  }

  /** Reads the intent again; there is nothing of it that a card form would show. */
  async fetchUpdates(): Promise<{ error?: { message: string } }> {
    if (this.intent === undefined || isDeferred(this.intent)) {
      throw new IntegrationError('elements.fetchUpdates() goes with a `clientSecret` only.');
    }
    this.#session = undefined;
    const error = await this.#readSession();
    return error === undefined ? {} : { error: { message: error.message ?? error.type } };
  }

  #make(type: unknown, options: unknown, onDestroy: () => void): GroupElement {
    const standIn = this.#standIn;
    const session = () => this.#readSession();
    const shared = () => ({
      locale: resolveLocale(this.#options.locale ?? standIn.locale, navigator.language),
      fonts: this.#options.fonts ?? [],
    });
    switch (type) {
      case 'card':
        return new CardElement({ standIn, options, shared, onDestroy });
      case 'cardNumber':
      case 'cardExpiry':
      case 'cardCvc':
        return new CardPartElement(type, {
          standIn,
          options,
          shared,
          group: this.#name,
          siblings: () =>
            [...this.#elements.values()].filter((element) => element instanceof CardPartElement),
          onDestroy,
        });
      case 'payment':
        this.#assertIntent(type);
        return new PaymentElement({
          standIn,
          options,
          shared,
          session,
          appearance: () => this.#options.appearance ?? {},
          onDestroy,
        });
      case 'expressCheckout':
        this.#assertIntent(type);
        return new ExpressCheckoutElement({ options, session, onDestroy });
      default:
        throw notInSandbox(
          `elements.create(${JSON.stringify(type)})`,
          'It has the elements "card", "cardNumber", "cardExpiry", "cardCvc", "payment" and "expressCheckout".',
        );
    }
  }

  #assertIntent(type: string): void {
    if (this.intent !== undefined) return;
    throw new IntegrationError(
      `In order to create a ${type} element, you must pass a clientSecret or mode when creating the Elements group.`,
    );
  }

  #readSession(): Promise<StripeError | undefined> {
    this.#session ??= readSession(this.#standIn, this.intent);
    return this.#session;
  }
}
