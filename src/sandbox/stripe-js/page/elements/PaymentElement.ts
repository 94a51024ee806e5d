import type {
  Appearance,
  PaymentIntentResult,
  StripeError,
  StripePaymentElement,
  StripePaymentElementOptions,
} from '@stripe/stripe-js';
import type { CardValidationError } from '../../card/findComplaint.ts';
import type { PaymentChange } from '../../card/paymentChange.ts';
import { paymentTexts } from '../../card/paymentTexts.ts';
import type { ConfirmRequest, PaymentFrameSettings } from '../../wire/frameMessages.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { parseBillingFields, type WithheldField } from './billingFields.ts';
import { type ElementParts, FrameElement } from './FrameElement.ts';
import type { FrameKind } from './frameNodes.ts';
import { parsePaymentOptions, parsePaymentUpdate } from './paymentOptions.ts';
import { toPaymentSettings } from './toPaymentSettings.ts';

interface PaymentElementParts extends ElementParts {
  readonly appearance: () => Appearance;
  /** Resolves with what keeps the group's payment from being paid. */
  readonly session: () => Promise<StripeError | undefined>;
}

/** Some are known and never happen: there is one payment method, and none is saved. */
const events = [
  'ready',
  'change',
  'focus',
  'blur',
  'escape',
  'loaderror',
  'loaderstart',
  'carddetailschange',
  'savedpaymentmethodupdate',
  'savedpaymentmethodremove',
  'availablepaymentmethodschange',
];

const BLEED = 4;
const paymentFrame: FrameKind = {
  componentName: 'payment',
  file: 'elements-inner-payment.html',
  title: (locale) => paymentTexts(locale).frameTitle,
  allow: 'payment *; publickey-credentials-get *',
  bleed: BLEED,
  // No height at all, once the bleed is taken off.
  firstHeight: `${2 * BLEED}px`,
};

/** What `elements.create('payment')` returns. */
export class PaymentElement
  extends FrameElement<PaymentFrameSettings, PaymentChange>
  implements Record<keyof StripePaymentElement, unknown>
{
  readonly #appearance: () => Appearance;
  readonly #session: () => Promise<StripeError | undefined>;
  #options: StripePaymentElementOptions;

  constructor({ appearance, session, ...parts }: PaymentElementParts) {
    super(paymentFrame, events, parts);
    this.#appearance = appearance;
    this.#session = session;
    this.#options = parsePaymentOptions(parts.options);
  }

  /** The billing details that the page has to give when it confirms. */
  get withheld(): readonly WithheldField[] {
    return parseBillingFields(this.#options.fields).withheld;
  }

  update(options: unknown): this {
    this.assertAlive();
    this.#options = { ...this.#options, ...parsePaymentUpdate(options) };
    void this.refresh();
    return this;
  }

  /** Does nothing: with one payment method there is no row of others to fold into. */
  collapse(): this {
    this.assertMounted('collapse');
    return this;
  }

  /** Has the fields show what is wrong with them, and gives the first thing that is. */
  async check(): Promise<CardValidationError | undefined> {
    const frame = this.assertReady('elements.submit()');
    const error = await frame.check();
    if (this.mounted !== frame) throw this.unreadable('elements.submit()');
    return error;
  }

  override async confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    return this.assertReady('stripe.confirmPayment()').confirm(request);
  }

  protected override settings(): PaymentFrameSettings {
    return {
      ...this.parts.shared(),
      ...toPaymentSettings(this.#options, navigator.language),
      appearance: this.#appearance(),
    };
  }

  protected override attach(node: HTMLElement): void {
    this.attachFrame(node, this.#session());
  }

  protected override onConnected(): void {
    this.emit('loaderstart');
    const frame = this.mounted;
    void this.#session().then((error) => {
      if (error !== undefined && this.mounted === frame) this.fail(error);
    });
  }

  /** Stripe takes the frame of an element that cannot load away. */
  protected override fail(error: StripeError): void {
    this.mounted?.unmount();
    if (!this.handlers.has('loaderror')) console.error('Unhandled payment Element loaderror', { error });
    super.fail(error);
  }

  protected override unreadable(method: string): IntegrationError {
    return new IntegrationError(
      `Invalid value for ${method}: elements should have a mounted Payment Element or Express Checkout Element.`,
    );
  }
}
