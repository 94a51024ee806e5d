import type { FollowedStatus } from '../client/followedStatus.ts';
import { usePaymentStatus, type UsePaymentStatusOptions } from '../hooks/usePaymentStatus.ts';
import { toMoney } from '../protocol/money.ts';
import { LocalizedRoot, type LanguageProps } from './LocalizedRoot.tsx';
import { StatusIcon } from './StatusIcon.tsx';
import { StatusNotice } from './StatusNotice.tsx';

export interface PaymentConfirmationProps extends UsePaymentStatusOptions, LanguageProps {}

const skeleton = (
  <div data-hajiq-part="status">
    <StatusIcon state="loading" />
  </div>
);

/** Nobody comes to this page who may not have paid: what cannot be told is told as not known yet. */
function toShownState(state: FollowedStatus['state']) {
  if (state === 'idle') return 'loading';
  return state === 'unavailable' ? 'unknown' : state;
}

/**
 * Shows how a payment stands on a page of its own, such as an order's confirmation page, and follows it until it
 * settles. It says *paid* when the merchant's backend does.
 *
 * @example
 * <PaymentConfirmation backendUrl="/api/hajiq" paymentId={paymentId} statusToken={statusToken} />
 */
export function PaymentConfirmation({ locale, messages, ...options }: PaymentConfirmationProps) {
  const status = usePaymentStatus(options);
  const payment = 'payment' in status ? status.payment : undefined;
  const state = toShownState(status.state);
  return (
    <LocalizedRoot locale={locale} messages={messages} skeleton={skeleton}>
      {(chosen) => (
        <StatusNotice state={state} money={payment && toMoney(payment)}>
          {state === 'unknown' && (
            <button type="button" data-hajiq-part="check-again" onClick={status.checkAgain}>
              {chosen.messages.checkAgain}
            </button>
          )}
        </StatusNotice>
      )}
    </LocalizedRoot>
  );
}
