import { CheckoutForm, useHajiqCheckout, usePaymentStatus } from 'hajiq-checkout';

/** What the two hooks tell, beside the default look. */
export function OwnStatus() {
  const { state, card } = useHajiqCheckout();
  const followed = usePaymentStatus();
  return (
    <>
      <CheckoutForm />
      <p>
        checkout: {state}, card: {card.isComplete ? 'complete' : 'incomplete'}, payment: {followed.state}
      </p>
    </>
  );
}
