import type { CheckoutState } from '../client/checkoutState.ts';
import { toDeclineReason } from '../client/declineReason.ts';
import { useIsOnline } from '../hooks/useIsOnline.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { useLocale } from './locales/LocaleContext.ts';
import type { Told } from './locales/messages.ts';
import { StatusNotice } from './StatusNotice.tsx';

/** Chooses what to tell: beside the state it counts whether anything can be asked, and whether a further try may help. */
function toTold(checkout: CheckoutState, isOnline: boolean): Told | 'ready' {
  const { state } = checkout;
  if (state === 'verifying' && !isOnline) return 'offline';
  if (state === 'unknown' && checkout.payment.statusAccess === undefined) return 'leftToShop';
  if (state !== 'unavailable' || ('retryable' in checkout.error && checkout.error.retryable)) return state;
  return checkout.isUncharged === true ? 'notCharged' : 'notPayable';
}

/** Tells the customer how the payment stands, and offers what can be done: check again, or try again. */
export function PaymentStatus() {
  const checkout = useHajiqCheckout();
  const { messages } = useLocale();
  const { state } = checkout;
  const told = toTold(checkout, useIsOnline());
  const error = state === 'declined' || state === 'ready' ? checkout.error : undefined;
  return (
    <StatusNotice
      state={state}
      told={told}
      money={checkout.total}
      reason={error && messages.declineReason[toDeclineReason(error)]}
    >
      {told === 'unknown' && (
        <button type="button" data-hajiq-part="check-again" onClick={checkout.checkAgain}>
          {messages.checkAgain}
        </button>
      )}
      {told === 'unavailable' && (
        <button type="button" data-hajiq-part="retry" onClick={checkout.retry}>
          {messages.retry}
        </button>
      )}
    </StatusNotice>
  );
}
