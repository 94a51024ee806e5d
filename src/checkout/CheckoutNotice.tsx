import type { CheckoutState } from '../client/checkoutState.ts';
import { toDeclineReason } from '../client/declineReason.ts';
import type { PaymentError } from '../errors/PaymentError.ts';
import { useIsOnline } from '../hooks/useIsOnline.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { useLocale } from './locales/LocaleContext.ts';
import type { Messages, Told } from './locales/messages.ts';
import { StatusNotice } from './StatusNotice.tsx';

/** Chooses what to tell: beside the state it counts whether anything can be asked, and whether a further try may help. */
function toTold(checkout: CheckoutState, isOnline: boolean): Told | 'ready' {
  const { state } = checkout;
  if (state === 'verifying' && !isOnline) return 'offline';
  if (state === 'unknown' && checkout.payment.statusAccess === undefined) return 'leftToShop';
  if (state !== 'unavailable' || ('retryable' in checkout.error && checkout.error.retryable)) return state;
  return checkout.isUncharged === true ? 'notCharged' : 'notPayable';
}

/** Finds the words for what came of the last click. An amount that is missing is told at its field. */
function toReason(error: PaymentError | undefined, messages: Messages): string | undefined {
  if (error === undefined || error.code === 'amount_missing') return undefined;
  return messages.declineReason[toDeclineReason(error)];
}

interface CheckoutNoticeProps {
  /** Tells whether a state is this notice's to tell; of any other it is empty. */
  isTold: (state: CheckoutState['state']) => boolean;
}

/** Tells the customer how the payment stands, and offers what can be done: check again, or try again. */
export function CheckoutNotice({ isTold }: CheckoutNoticeProps) {
  const checkout = useHajiqCheckout();
  const isOnline = useIsOnline();
  const { messages } = useLocale();
  const { state } = checkout;
  if (!isTold(state)) return <StatusNotice state={state} told="ready" />;
  const told = toTold(checkout, isOnline);
  const error = state === 'declined' || state === 'ready' ? checkout.error : undefined;
  return (
    <StatusNotice state={state} told={told} money={checkout.total} reason={toReason(error, messages)}>
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
