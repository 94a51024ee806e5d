import { CardElement, Elements } from '@stripe/react-stripe-js';
import type { StripeCardElement, StripeCardElementChangeEvent } from '@stripe/stripe-js';
import { useContext, useEffect, useId, useState } from 'react';
import { cardElementFields } from '../client/cardElementFields.ts';
import { useCheckoutStore } from '../hooks/CheckoutContext.ts';
import { useCheckoutSnapshot } from '../hooks/useCheckoutSnapshot.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { FieldsContext } from './FieldsContext.ts';
import { useLocale } from './locales/LocaleContext.ts';
import { toCardStyle } from './toCardStyle.ts';
import { useFrameLook } from './useFrameLook.ts';

/**
 * Shows Stripe's Card Element with a label and what is wrong in it.
 *
 * The fields live in Stripe's own frame: this page never sees what is typed. They are there as soon as Stripe.js is,
 * before the payment is.
 */
export function CardFields() {
  const checkout = useCheckoutStore();
  const stripe = useCheckoutSnapshot(checkout, 'stripe');
  const { state, card, focusCard } = useHajiqCheckout();
  const { messages, stripe: locale } = useLocale();
  const { fonts } = useContext(FieldsContext);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const style = useFrameLook(frame, toCardStyle);
  const labelId = useId();
  const errorId = useId();

  useEffect(() => () => checkout.attachFields(undefined), [checkout]);

  const onReady = (element: StripeCardElement) => {
    const isComplete = () => checkout.getSnapshot().card.isComplete;
    if (stripe !== null) checkout.attachFields(cardElementFields(stripe, element, isComplete));
  };
  const onChange = ({ complete, error }: StripeCardElementChangeEvent) =>
    checkout.changeCard({ isComplete: complete, errorCode: error?.code, errorMessage: error?.message });

  return (
    <div data-hajiq-part="card" data-state={card.errorCode === undefined ? 'valid' : 'invalid'}>
      {/* The fields have labels of their own inside the frame; a click on this one only helps to get there. */}
      <span data-hajiq-part="label" id={labelId} onClick={focusCard} role="presentation">
        {messages.card}
      </span>
      <div
        ref={setFrame}
        data-hajiq-part="card-frame"
        role="group"
        aria-labelledby={labelId}
        aria-describedby={errorId}
      >
        {!card.isReady && <span data-hajiq-part="skeleton" />}
        {style !== undefined && (
          <Elements stripe={stripe} options={{ locale, fonts }}>
            <CardElement
              options={{ style, disabled: state === 'confirming' }}
              onReady={onReady}
              onChange={onChange}
            />
          </Elements>
        )}
      </div>
      <p data-hajiq-part="card-error" id={errorId} role="alert">
        {messages.cardError?.[card.errorCode ?? ''] ?? card.errorMessage}
      </p>
    </div>
  );
}
