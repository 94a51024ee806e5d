import type { Money } from '../protocol/money.ts';

/** Writes an amount of minor units as money in a locale. The number of decimals is the currency's own. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** decimals);
}
