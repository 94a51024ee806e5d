import type { StripeCardElement, StripeCardElementOptions, StripeElementClasses } from '@stripe/stripe-js';
import type { CardChange } from '../../card/cardChange.ts';
import { cardTexts } from '../../card/cardTexts.ts';
import type { CardFrameSettings } from '../../wire/frameMessages.ts';
import { notInSandbox } from '../../wire/IntegrationError.ts';
import { parseCardOptions, parseCardUpdate } from './cardOptions.ts';
import { type ElementParts, FrameElement } from './FrameElement.ts';
import type { FrameKind } from './frameNodes.ts';

/** `networkschange` is known and never happens: the sandbox's cards run on one network each. */
const events = ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror', 'networkschange'];

const cardFrame: FrameKind = {
  componentName: 'card',
  file: 'card-frame.html',
  title: (locale) => cardTexts(locale).frameTitle,
  allow: 'payment *',
  bleed: 0,
  firstHeight: '19.2px',
};

/** What `elements.create('card')` returns. */
export class CardElement
  extends FrameElement<CardFrameSettings, CardChange>
  implements Record<keyof StripeCardElement, unknown>
{
  #options: StripeCardElementOptions;

  constructor(parts: ElementParts) {
    super(cardFrame, events, parts);
    this.#options = parseCardOptions(parts.options);
  }

  update(options: unknown): void {
    this.assertAlive();
    this.#options = { ...this.#options, ...parseCardUpdate(options) };
    void this.refresh();
  }

  collapse(): never {
    throw notInSandbox(
      'element.collapse()',
      'It belongs to the Payment Element; a Card Element has nothing to fold.',
    );
  }

  protected override settings(): CardFrameSettings {
    const { classes: _, ...options } = this.#options;
    return { ...this.parts.shared(), options };
  }

  protected override classNames(): StripeElementClasses {
    return this.#options.classes ?? {};
  }
}
