/**
 * The currencies HajiQ Pay takes, all of two decimals.
 *
 * The guide sends them in lower case and reports them in upper case; inside this package they are upper case.
 */
const CURRENCIES = ['USD', 'GBP', 'EUR', 'AED', 'SAR'] as const;

/** A currency HajiQ Pay takes, as an upper-case ISO 4217 code. */
export type Currency = (typeof CURRENCIES)[number];

/** Reads a currency code in either case; undefined when HajiQ Pay does not take it. */
export function toCurrency(value: unknown): Currency | undefined {
  if (typeof value !== 'string') return undefined;
  const upper = value.toUpperCase();
  return CURRENCIES.find((currency) => currency === upper);
}
