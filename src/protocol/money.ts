import { toCurrency, type Currency } from './currency.ts';

/** The least amount HajiQ Pay takes, in minor units. */
const MIN_AMOUNT = 100;

/** The greatest amount HajiQ Pay takes, in minor units. */
const MAX_AMOUNT = 10_000_000;

/** An amount of money: an integer in minor units ($50.00 = 5000) and its currency. */
export interface Money {
  /** An integer in minor units, from 100 to 10,000,000. */
  amount: number;
  /** An upper-case ISO 4217 code. */
  currency: Currency;
}

/** Tells whether a value is an amount HajiQ Pay takes: an integer, in minor units, within its bounds. Nothing is rounded. */
export function isAmount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= MIN_AMOUNT && (value as number) <= MAX_AMOUNT;
}

/** Reads amount and currency from an unknown object; undefined when either is not what HajiQ Pay takes. */
export function toMoney(value: { amount?: unknown; currency?: unknown }): Money | undefined {
  const currency = toCurrency(value.currency);
  if (currency === undefined || !isAmount(value.amount)) return undefined;
  return { amount: value.amount, currency };
}

/** Tells whether two amounts are the same money. */
export function isSameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}
