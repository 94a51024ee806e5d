import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { Amount } from './Amount.tsx';
import { useLocale } from './locales/LocaleContext.ts';

/** Shows what there is to pay, as the merchant's server decided it; a placeholder while it is on its way. */
export function OrderSummary() {
  const { messages } = useLocale();
  const { state, total } = useHajiqCheckout();
  if (total === undefined && state !== 'loading') return null;
  return (
    <div data-hajiq-part="summary" aria-busy={total === undefined}>
      <span data-hajiq-part="summary-label">{messages.total}</span>
      {total === undefined ? <span data-hajiq-part="skeleton" /> : <Amount money={total} />}
    </div>
  );
}
