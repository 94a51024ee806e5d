import { ConfigError } from '../errors/ConfigError.ts';
import type { RequestError } from '../errors/RequestError.ts';
import type { Payment, StatusAccess } from '../protocol/payment.ts';
import type { CheckoutState } from './checkoutState.ts';
import type { BillingDetails } from './PaymentFields.ts';

/** What may change while a checkout lives; the last one set counts. */
export interface CheckoutListeners {
  billingDetails?: BillingDetails;
  /**
   * Called once for each time the checkout is shown, when the backend has said that the payment is paid; at once for
   * an order that was paid before. Not called after the checkout has left the page.
   */
  onSucceeded?: (payment: Payment, access: StatusAccess | undefined) => void;
  /** Called when the checkout cannot go on, or was given what it cannot use. Defaults to a line in the console, for the developer. */
  onError?: (error: ConfigError | RequestError) => void;
}

const logError = ({ code, message }: ConfigError | RequestError) =>
  console.error(`[hajiq-checkout] ${code}: ${message}`);

/** Keeps what the merchant's page wants to hear, and tells it each thing once. */
export function merchantListeners() {
  let listeners: CheckoutListeners = {};
  let toldState: CheckoutState | undefined;
  let reportedTotal: string | undefined;

  return {
    set(next: CheckoutListeners): void {
      listeners = next;
    },

    billingDetails: () => listeners.billingDetails,

    /** Reports a total that cannot be one, once for each; nothing is lost by it, for the server decides the price. */
    reportTotal({ amount, currency }: { amount: number; currency: string }): void {
      const total = `${amount} ${currency}`;
      if (total === reportedTotal) return;
      reportedTotal = total;
      const detail = `total is ${total}: it needs an integer in minor units from 100 to 10,000,000, and a currency of HajiQ Pay.`;
      (listeners.onError ?? logError)(new ConfigError('invalid_option', { detail }));
    },

    /** Tells of a state that has been reached. A listener that throws is reported, and harms nothing. */
    tell(state: CheckoutState, access: StatusAccess | undefined): void {
      if (state === toldState) return;
      toldState = state;
      const { onSucceeded, onError = logError } = listeners;
      try {
        if (state.state === 'succeeded') onSucceeded?.(state.payment, access);
        if (state.state === 'unavailable') onError(state.error);
      } catch (error) {
        reportError(error);
      }
    },
  };
}
