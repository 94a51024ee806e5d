import { locale } from '../locale.ts';

interface PriceProps {
  /** In minor units. */
  amount: number;
  currency: string;
}

export function Price({ amount, currency }: PriceProps) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return <bdi className="price">{format.format(amount / 10 ** maximumFractionDigits)}</bdi>;
}
