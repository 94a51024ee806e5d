import { CardElement } from '@stripe/react-stripe-js';
import type { StripeCardElementChangeEvent } from '@stripe/stripe-js';
import { useEffect, useId, useState } from 'react';
import { useCheckoutStore } from '../hooks/CheckoutContext.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { useLocale } from './locales/LocaleContext.ts';
import { useCardStyle } from './useCardStyle.ts';

/**
 * Shows Stripe's Card Element with a label and what is wrong in it.
 *
 * The fields live in Stripe's own frame: this page never sees what is typed. They are there as soon as Stripe.js is,
 * before the payment is.
 */
export function CardFields() {
  const checkout = useCheckoutStore();
  const { state, card, focusCard } = useHajiqCheckout();
  const { messages } = useLocale();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const style = useCardStyle(frame);
  const labelId = useId();
  const errorId = useId();

  useEffect(() => () => checkout.attachCard(undefined), [checkout]);

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
          <CardElement
            options={{ style, disabled: state === 'confirming' }}
            onReady={checkout.attachCard}
            onChange={onChange}
          />
        )}
      </div>
      <p data-hajiq-part="card-error" id={errorId} role="alert">
        {messages.cardError?.[card.errorCode ?? ''] ?? card.errorMessage}
      </p>
    </div>
  );
}
