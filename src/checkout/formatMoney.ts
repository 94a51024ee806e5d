import type { Money } from '../protocol/money.ts';

/**
 * Writes an amount of minor units as money in a locale. The number of decimals is the currency's own.
 *
 * @param isShort Leaves out decimals that are nought, as on a price tag.
 */
export function formatMoney({ amount, currency }: Money, locale: string, isShort = false): string {
  const trailingZeroDisplay = isShort ? 'stripIfInteger' : 'auto';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** decimals);
}
