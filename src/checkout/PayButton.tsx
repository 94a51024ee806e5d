import { canPay } from '../client/checkoutState.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { AmountText } from './AmountText.tsx';
import { useLocale } from './locales/LocaleContext.ts';

/** Submits the form around it, with the amount on it. Locked whenever a click could be one too many. */
export function PayButton() {
  const checkout = useHajiqCheckout();
  const { messages } = useLocale();
  const isPaying = checkout.state === 'confirming';
  const [plain, withAmount] = checkout.isDonation
    ? [messages.donate, messages.donateAmount]
    : [messages.pay, messages.payAmount];
  const text = isPaying ? messages.paying : checkout.total === undefined ? plain : withAmount;
  return (
    <button
      type="submit"
      data-hajiq-part="pay"
      data-state={checkout.state}
      disabled={!canPay(checkout) || !checkout.card.isReady}
      aria-busy={isPaying}
    >
      {isPaying && <span data-hajiq-part="spinner" aria-hidden="true" />}
      <span>
        <AmountText text={text} money={checkout.total} />
      </span>
    </button>
  );
}
