import { Elements } from '@stripe/react-stripe-js';
import type { StripeElementsOptions } from '@stripe/stripe-js';
import { useContext, useState } from 'react';
import { useCheckoutStore } from '../../hooks/CheckoutContext.ts';
import { useCheckoutSnapshot } from '../../hooks/useCheckoutSnapshot.ts';
import { useHajiqCheckout } from '../../hooks/useHajiqCheckout.ts';
import { FieldsContext } from '../FieldsContext.ts';
import { useLocale } from '../locales/LocaleContext.ts';
import { useFrameLook } from '../useFrameLook.ts';
import { PaymentElementForm } from './PaymentElementForm.tsx';
import { toAppearance } from './toAppearance.ts';
import { toElementsOptions } from './toElementsOptions.ts';

/** Makes Stripe's elements for the payment, in the look and the language of the page. */
export function PaymentPart() {
  const checkout = useCheckoutStore();
  const stripe = useCheckoutSnapshot(checkout, 'stripe');
  const { state, card, total } = useHajiqCheckout();
  const { messages, stripe: locale } = useLocale();
  const { fonts } = useContext(FieldsContext);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const appearance = useFrameLook(frame, toAppearance);
  const paid = toElementsOptions(checkout.getSnapshot().state, checkout.intent, total);
  // Elements are made once: what a donor clears for a moment stays with them.
  const [kept, setKept] = useState(paid);
  if (paid !== undefined && JSON.stringify(paid) !== JSON.stringify(kept)) setKept(paid);

  return (
    <div data-hajiq-part="payment" data-state={state}>
      <div ref={setFrame} data-hajiq-part="payment-frame" role="group" aria-label={messages.paymentDetails}>
        {!card.isReady && <span data-hajiq-part="skeleton" />}
        {stripe !== null && appearance !== undefined && kept !== undefined && (
          <Elements
            key={kept.clientSecret}
            stripe={stripe}
            options={{ ...kept, locale, fonts, appearance, loader: 'never' } as StripeElementsOptions}
          >
            <PaymentElementForm />
          </Elements>
        )}
      </div>
    </div>
  );
}
