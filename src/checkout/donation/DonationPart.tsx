import { ConfigError } from '../../errors/ConfigError.ts';
import { useCheckoutStore } from '../../hooks/CheckoutContext.ts';
import type { DonationAmountProps } from '../DonationAmount.tsx';
import { useLocale } from '../locales/LocaleContext.ts';
import { StatusNotice } from '../StatusNotice.tsx';
import { DonationForm } from './DonationForm.tsx';
import { useDonationBounds } from './useDonationBounds.ts';

const noPresets: readonly number[] = [];

/** Asks the backend for its bounds, then the donor for the amount. */
export function DonationPart({ presets = noPresets }: DonationAmountProps) {
  const { backend, intent } = useCheckoutStore();
  const { messages } = useLocale();
  const { retry, ...asked } = useDonationBounds(backend);
  if (intent !== 'on-pay') {
    const detail = '<DonationAmount> needs <HajiqCheckout intent="on-pay">: the donor decides the amount.';
    throw new ConfigError('invalid_option', { detail });
  }
  if (asked.state === 'loading') return <span data-hajiq-part="skeleton" aria-busy="true" />;
  if (asked.state === 'failed') {
    return (
      <StatusNotice state="unavailable">
        <button type="button" data-hajiq-part="retry" onClick={retry}>
          {messages.retry}
        </button>
      </StatusNotice>
    );
  }
  const { bounds } = asked;
  const offered = presets.filter((preset) => preset >= bounds.min && preset <= bounds.max);
  return <DonationForm bounds={bounds} presets={offered} />;
}
