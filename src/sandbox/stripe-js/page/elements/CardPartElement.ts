import type {
  StripeCardCvcElement,
  StripeCardExpiryElement,
  StripeCardNumberElement,
  StripeCardNumberElementOptions,
  StripeElementClasses,
  PaymentIntentResult,
} from '@stripe/stripe-js';
import type { CardPart } from '../../card/cardParts.ts';
import type { PartChange } from '../../card/partChange.ts';
import { partTexts } from '../../card/partTexts.ts';
import type { CardPartSettings, ConfirmRequest } from '../../wire/frameMessages.ts';
import { notInSandbox } from '../../wire/IntegrationError.ts';
import { parsePartOptions, parsePartUpdate } from './cardPartOptions.ts';
import { type ElementParts, FrameElement } from './FrameElement.ts';

interface CardPartParts extends ElementParts {
  /** Names the group to the frames, which find one another by it. */
  readonly group: string;
  /** The group's elements that hold a field of the same card, this one included. */
  readonly siblings: () => readonly CardPartElement[];
}

const events = ['ready', 'change', 'focus', 'blur', 'escape', 'loaderror'];
/** `networkschange` is known and never happens: the sandbox's cards run on one network each. */
const eventsOfNumber = [...events, 'networkschange'];

/** What `elements.create('cardNumber')` returns, and 'cardExpiry', and 'cardCvc'. */
export class CardPartElement
  extends FrameElement<CardPartSettings, PartChange>
  implements Record<keyof (StripeCardNumberElement & StripeCardExpiryElement & StripeCardCvcElement), unknown>
{
  readonly part: CardPart;
  readonly #group: string;
  readonly #siblings: () => readonly CardPartElement[];
  #options: StripeCardNumberElementOptions;

  constructor(part: CardPart, { group, siblings, ...parts }: CardPartParts) {
    const kind = {
      componentName: part,
      file: 'card-frame.html',
      title: (locale: string) => partTexts(part, locale).frameTitle,
      allow: 'payment *',
      bleed: 0,
      firstHeight: '19.2px',
    };
    super(kind, part === 'cardNumber' ? eventsOfNumber : events, parts);
    this.part = part;
    this.#group = group;
    this.#siblings = siblings;
    this.#options = parsePartOptions(part, parts.options);
  }

  update(options: unknown): void {
    this.assertAlive();
    this.#options = { ...this.#options, ...parsePartUpdate(this.part, options) };
    void this.refresh();
  }

  /** Confirms with the whole card: the frames put it together among themselves. */
  override async confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    for (const sibling of this.#siblings()) sibling.assertReady('stripe.confirmCardPayment()');
    return super.confirm(request);
  }

  protected override settings(): CardPartSettings {
    const { classes: _, ...options } = this.#options;
    return { ...this.parts.shared(), group: this.#group, options };
  }

  protected override classNames(): StripeElementClasses {
    return this.#options.classes ?? {};
  }

  protected override attach(node: HTMLElement): void {
    if (node.getRootNode() instanceof ShadowRoot) {
      throw notInSandbox(
        'A field of a card in a shadow tree',
        'Its frame is hidden from the frames of the other fields there: mount it in the page itself, or use a Card Element.',
      );
    }
    super.attach(node);
  }
}
