import { PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import type { StripeError, StripePaymentElement, StripePaymentElementChangeEvent } from '@stripe/stripe-js';
import { useEffect } from 'react';
import { paymentElementFields } from '../../client/paymentElementFields.ts';
import { useCheckoutStore } from '../../hooks/CheckoutContext.ts';
import { useHajiqCheckout } from '../../hooks/useHajiqCheckout.ts';
import { ExpressCheckout } from './ExpressCheckout.tsx';

/** Shows Stripe's Payment Element, with the customer's wallets above it, and attaches them to the checkout. */
export function PaymentElementForm() {
  const checkout = useCheckoutStore();
  const { state } = useHajiqCheckout();
  const stripe = useStripe();
  const elements = useElements();

  useEffect(() => () => checkout.attachFields(undefined), [checkout]);

  const onReady = (element: StripePaymentElement) => {
    if (stripe === null || elements === null) return;
    checkout.attachFields(paymentElementFields(stripe, elements, element, checkout.intent === 'on-pay'));
  };
  const onChange = ({ complete }: StripePaymentElementChangeEvent) =>
    checkout.changeCard({ isComplete: complete });
  const onLoadError = ({ error }: { error: StripeError }) => checkout.failFields(error);

  return (
    <>
      <ExpressCheckout />
      <PaymentElement
        options={{
          layout: 'tabs',
          readOnly: state === 'confirming',
          // They stand above already.
          wallets: { applePay: 'never', googlePay: 'never' },
          defaultValues: { billingDetails: checkout.billingDetails() },
        }}
        onReady={onReady}
        onChange={onChange}
        onLoadError={onLoadError}
      />
    </>
  );
}
