import { toDeclineReason } from '../client/declineReason.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { useLocale } from './locales/LocaleContext.ts';
import { StatusNotice } from './StatusNotice.tsx';
import { toMoneyOf } from './toMoneyOf.ts';

/** Tells the customer how the payment stands, and offers what can be done: check again, or try again. */
export function PaymentStatus() {
  const checkout = useHajiqCheckout();
  const { messages } = useLocale();
  const { state } = checkout;
  const error = state === 'declined' || state === 'ready' ? checkout.error : undefined;
  return (
    <StatusNotice
      state={state}
      money={toMoneyOf(checkout)}
      reason={error && messages.declineReason[toDeclineReason(error)]}
    >
      {state === 'unknown' && (
        <button type="button" data-hajiq-part="check-again" onClick={checkout.checkAgain}>
          {messages.checkAgain}
        </button>
      )}
      {state === 'unavailable' && (
        <button type="button" data-hajiq-part="retry" onClick={checkout.retry}>
          {messages.retry}
        </button>
      )}
    </StatusNotice>
  );
}
