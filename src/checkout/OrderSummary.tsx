import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { Amount } from './Amount.tsx';
import { useLocale } from './locales/LocaleContext.ts';
import { toMoneyOf } from './toMoneyOf.ts';

/** Shows what there is to pay, as the merchant's server decided it; a placeholder while it is on its way. */
export function OrderSummary() {
  const { messages } = useLocale();
  const checkout = useHajiqCheckout();
  const money = toMoneyOf(checkout);
  const isComing = checkout.state === 'loading' && checkout.payment === undefined;
  if (money === undefined && !isComing) return null;
  return (
    <div data-hajiq-part="summary" aria-busy={money === undefined}>
      <span data-hajiq-part="summary-label">{messages.total}</span>
      {money === undefined ? <span data-hajiq-part="skeleton" /> : <Amount money={money} />}
    </div>
  );
}
