import { useEffect, useRef, type FormEvent } from 'react';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { CardFields } from './CardFields.tsx';
import { DonationAmount, type DonationAmountProps } from './DonationAmount.tsx';
import { OrderSummary } from './OrderSummary.tsx';
import { PayButton } from './PayButton.tsx';
import { PaymentFields } from './PaymentFields.tsx';
import { PaymentStatus } from './PaymentStatus.tsx';
import { useLocale } from './locales/LocaleContext.ts';

/** States in which the card can be typed. In the others the form would invite to pay twice, or to pay nothing. */
const formStates = new Set(['loading', 'ready', 'confirming', 'declined', 'failed']);

interface CheckoutFormProps {
  /** Asks for a donation in the place of an order's total. */
  donation?: DonationAmountProps;
  fields?: 'card' | 'payment';
}

/** The default look: what there is to pay, the card, the button, and how it stands. */
export function CheckoutForm({ donation, fields = 'card' }: CheckoutFormProps) {
  const { state, pay, focusCard } = useHajiqCheckout();
  const { messages } = useLocale();
  const previousState = useRef(state);

  useEffect(() => {
    // After a decline the next thing to do is in the card field.
    if (state === 'declined' && previousState.current === 'confirming') focusCard();
    previousState.current = state;
  }, [state, focusCard]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void pay();
  };

  return (
    <form data-hajiq-part="form" onSubmit={onSubmit} noValidate>
      {donation !== undefined && formStates.has(state) ? <DonationAmount {...donation} /> : <OrderSummary />}
      {formStates.has(state) && (
        <>
          {fields === 'card' ? <CardFields /> : <PaymentFields />}
          <PayButton />
        </>
      )}
      <PaymentStatus />
      {formStates.has(state) && <p data-hajiq-part="privacy">{messages.cardIsPrivate}</p>}
    </form>
  );
}
