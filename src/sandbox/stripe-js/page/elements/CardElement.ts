import type {
  PaymentIntentResult,
  StripeCardElement,
  StripeCardElementOptions,
  StripeError,
} from '@stripe/stripe-js';
import type { CardFrameSettings, ConfirmRequest } from '../../wire/cardFrameMessages.ts';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import type { StandIn } from '../StandIn.ts';
import { parseCardOptions, parseCardUpdate } from './cardOptions.ts';
import { ElementClasses, type ElementState } from './ElementClasses.ts';
import { EventHandlers } from './EventHandlers.ts';
import { type CardFrameNews, MountedCard } from './MountedCard.ts';
import { findMountNode } from './mountNode.ts';
import { submitHostForm } from './submitHostForm.ts';

interface CardElementParts {
  readonly standIn: StandIn;
  readonly options: unknown;
  /** What the element has from its group. */
  readonly shared: () => Pick<CardFrameSettings, 'locale' | 'fonts'>;
  readonly onDestroy: () => void;
}

/** `networkschange` is known and never happens: the sandbox's cards run on one network each. */
const events = ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror', 'networkschange'];
const pristine: ElementState = {
  empty: true,
  complete: false,
  invalid: false,
  focus: false,
  webkitAutofill: false,
};
const loadError: StripeError = {
  type: 'api_connection_error',
  message: 'The card field could not be loaded.',
};

/** What `elements.create('card')` returns. */
export class CardElement implements Record<keyof StripeCardElement, unknown> {
  readonly #parts: CardElementParts;
  readonly #handlers = new EventHandlers(events);
  #options: StripeCardElementOptions;
  #state: ElementState = pristine;
  #mounted: { card: MountedCard; classes: ElementClasses; isReady: boolean } | undefined;
  #isDestroyed = false;

  constructor(parts: CardElementParts) {
    this.#parts = parts;
    this.#options = parseCardOptions(parts.options);
  }

  mount(target: unknown): void {
    this.#assertAlive();
    const node = findMountNode(target);
    if (this.#mounted?.card.node === node) return;
    if (this.#mounted !== undefined) {
      throw new IntegrationError(
        'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
      );
    }
    const card = new MountedCard({
      node,
      base: this.#parts.standIn.base,
      settings: () => this.#settings(),
      onNews: (news) => this.#hear(news),
    });
    this.#mounted = { card, classes: new ElementClasses(node), isReady: false };
    this.#show(pristine);
  }

  unmount(): void {
    this.#assertAlive();
    this.#mounted?.card.unmount();
    this.#mounted?.classes.remove();
    this.#mounted = undefined;
    this.#state = pristine;
  }

  destroy(): void {
    this.unmount();
    this.#isDestroyed = true;
    this.#parts.onDestroy();
  }

  update(options: unknown): void {
    this.#assertAlive();
    this.#options = { ...this.#options, ...parseCardUpdate(options) };
    this.refresh();
  }

  /** Hands the options of the element and of its group to the frame again. */
  refresh(): void {
    this.#mounted?.card.refresh();
    this.#show(this.#state);
  }

  focus(): void {
    this.#assertMounted('focus').focus();
  }

  blur(): void {
    this.#assertMounted('blur').blur();
  }

  clear(): void {
    this.#assertMounted('clear').clear();
  }

  collapse(): never {
    throw notInSandbox(
      'element.collapse()',
      'It belongs to the Payment Element; a Card Element has nothing to fold.',
    );
  }

  on(event: unknown, handler: unknown): this {
    this.#handlers.add(event, handler);
    return this;
  }

  once(event: unknown, handler: unknown): this {
    this.#handlers.add(event, handler, true);
    return this;
  }

  off(event: unknown, handler?: unknown): this {
    this.#handlers.remove(event, handler);
    return this;
  }

  /** Confirms a payment with this card; rejects, as Stripe does, while the card cannot be read. */
  async confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    if (this.#mounted?.isReady === true) return this.#mounted.card.confirm(request);
    throw new IntegrationError(
      'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.',
    );
  }

  #settings(): CardFrameSettings {
    const { classes: _, ...options } = this.#options;
    return { ...this.#parts.shared(), options };
  }

  #hear(news: CardFrameNews): void {
    if (this.#mounted === undefined) return;
    const payload = { elementType: 'card' };
    switch (news.type) {
      case 'change': {
        const { empty, complete, error } = news.change;
        this.#show({
          ...this.#state,
          empty,
          complete,
          invalid: error !== undefined,
          webkitAutofill: news.isAutofilled,
        });
        this.#handlers.emit('change', news.change);
        return;
      }
      case 'loaderror':
        this.#handlers.emit('loaderror', { ...payload, error: loadError });
        return;
      case 'enter':
        submitHostForm(this.#mounted.card.node);
        return;
      case 'ready':
        this.#mounted.isReady = true;
        this.#show(pristine);
        break;
      case 'focus':
      case 'blur':
        this.#show({ ...this.#state, focus: news.type === 'focus' });
        break;
      case 'escape':
        break;
    }
    this.#handlers.emit(news.type, payload);
  }

  #show(state: ElementState): void {
    this.#state = state;
    this.#mounted?.classes.show(state, this.#options.classes ?? {});
  }

  #assertAlive(): void {
    if (this.#isDestroyed) {
      throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
    }
  }

  #assertMounted(method: string): MountedCard {
    this.#assertAlive();
    if (this.#mounted !== undefined) return this.#mounted.card;
    throw new IntegrationError(`Cannot call \`${method}()\` on an Element that is not mounted.`);
  }
}
