import type { Stripe } from '@stripe/stripe-js';
import type { confirmationDesk } from './confirmationDesk.ts';
import type { fakeElements } from './fakeElements.ts';

interface CardPaymentData {
  payment_method?: { billing_details?: unknown };
}

interface PaymentData {
  elements?: object;
  clientSecret?: string;
  confirmParams?: { payment_method_data?: { billing_details?: unknown } };
}

const notThere = (method: string) => () => {
  throw new Error(`fakeStripe has no ${method}: the checkout does not use it.`);
};

/** The methods of Stripe that react-stripe-js and the checkout call, or look for. */
export function toStripeObject(
  elements: ReturnType<typeof fakeElements>,
  { confirm, showIntent }: ReturnType<typeof confirmationDesk>,
): Stripe {
  const stripe = {
    elements: elements.makeGroup,
    createToken: notThere('createToken'),
    createPaymentMethod: notThere('createPaymentMethod'),
    confirmCardPayment: (clientSecret: string, { payment_method }: CardPaymentData = {}) =>
      confirm(clientSecret, payment_method?.billing_details),
    confirmPayment: ({ elements: group, clientSecret, confirmParams }: PaymentData) =>
      confirm(
        clientSecret ?? elements.secretOf(group) ?? '',
        confirmParams?.payment_method_data?.billing_details,
      ),
    retrievePaymentIntent: async (clientSecret: string) => ({ paymentIntent: showIntent(clientSecret) }),
  };
  return stripe as unknown as Stripe;
}
