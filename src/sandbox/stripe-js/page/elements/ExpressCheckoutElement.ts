import type {
  StripeError,
  StripeExpressCheckoutElement,
  StripeExpressCheckoutElementOptions,
  StripeExpressCheckoutElementUpdateOptions,
} from '@stripe/stripe-js';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { ElementClasses } from './ElementClasses.ts';
import { MountableElement } from './MountableElement.ts';

interface ExpressCheckoutParts {
  readonly options: unknown;
  /** Resolves with what keeps the group's payment from being paid. */
  readonly session: () => Promise<StripeError | undefined>;
  readonly onDestroy: () => void;
}

const updatable = [
  'allowedShippingCountries',
  'billingAddressRequired',
  'buttonHeight',
  'emailRequired',
  'layout',
  'paymentMethodOrder',
  'phoneNumberRequired',
  'shippingAddressRequired',
] satisfies (keyof StripeExpressCheckoutElementUpdateOptions)[];
const creatable = [
  ...updatable,
  'applePay',
  'business',
  'buttonTheme',
  'buttonType',
  'lineItems',
  'paymentMethods',
  'shippingRates',
  'wallets',
] satisfies (keyof StripeExpressCheckoutElementOptions)[];

/** All but three are known and never happen: there is no button to press. */
const events = [
  'ready',
  'loaderror',
  'availablepaymentmethodschange',
  'click',
  'focus',
  'blur',
  'escape',
  'confirm',
  'cancel',
  'shippingaddresschange',
  'shippingratechange',
];

interface Mounted {
  readonly node: HTMLElement;
  unmount(): void;
}

/** What `elements.create('expressCheckout')` returns: no wallet is to be had here, so that it draws no button. */
export class ExpressCheckoutElement
  extends MountableElement<Mounted>
  implements Record<keyof StripeExpressCheckoutElement, unknown>
{
  readonly #session: () => Promise<StripeError | undefined>;

  constructor({ options, session, onDestroy }: ExpressCheckoutParts) {
    super(events, onDestroy);
    assertKnownKeys(options, creatable, 'elements.create("expressCheckout", options)');
    this.#session = session;
  }

  update(options: unknown): this {
    this.assertAlive();
    assertKnownKeys(options, updatable, 'element.update(options)');
    return this;
  }

  focus(): void {
    this.assertMounted('focus');
  }

  blur(): void {
    this.assertMounted('blur');
  }

  clear(): void {
    this.assertMounted('clear');
  }

  protected override attach(node: HTMLElement): void {
    const holder = document.createElement('div');
    holder.className = '__PrivateStripeElement';
    node.replaceChildren(holder);
    const classes = new ElementClasses(node);
    classes.show({ empty: true, complete: false, invalid: false, focus: false, webkitAutofill: false }, {});
    const mounted = {
      node,
      unmount: () => {
        holder.remove();
        classes.remove();
      },
    };
    this.mounted = mounted;
    void this.#session().then((error) => {
      // The page listens only after it has mounted the element.
      setTimeout(() => {
        if (this.mounted === mounted) this.#tell(error);
      });
    });
  }

  #tell(error: StripeError | undefined): void {
    const elementType = 'expressCheckout';
    if (error === undefined) this.handlers.emit('ready', { elementType, availablePaymentMethods: undefined });
    else this.handlers.emit('loaderror', { elementType, error });
  }
}
