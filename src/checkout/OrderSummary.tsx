import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { Amount } from './Amount.tsx';
import { useLocale } from './locales/LocaleContext.ts';
import { toMoneyOf } from './toMoneyOf.ts';

/** Shows what there is to pay, as the merchant's server decided it; a placeholder until it is known. */
export function OrderSummary() {
  const { messages } = useLocale();
  const money = toMoneyOf(useHajiqCheckout());
  return (
    <div data-hajiq-part="summary" aria-busy={money === undefined}>
      <span data-hajiq-part="summary-label">{messages.total}</span>
      {money === undefined ? <span data-hajiq-part="skeleton" /> : <Amount money={money} />}
    </div>
  );
}
