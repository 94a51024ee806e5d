import type { Currency } from '../../protocol/currency.ts';

/** The digits of a text in Latin ones: donors write in Arabic and Persian ones too. */
function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

function decimalsOf(currency: Currency): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function decimalSignOf(locale: string): string | undefined {
  return new Intl.NumberFormat(locale, { numberingSystem: 'latn' })
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value;
}

/**
 * Reads what a donor has typed as an amount in minor units; undefined where it is none, or could be read in two ways.
 *
 * Nothing is rounded. Thousands may be set apart, by groups of three. A sign before the last digits is a decimal sign
 * when as many follow as the currency has at the most; `1.000` is nothing where a point is the decimal sign.
 */
export function parseAmount(text: string, currency: Currency, locale: string): number | undefined {
  const decimals = decimalsOf(currency);
  const plain = toLatinDigits(text).replace(/[\s\u200E\u200F\u061C]/g, '');
  const parts = /^(\d{1,3}(?:[.,٬'’]\d{3})+|\d+)(?:[.,٫](\d+))?$/.exec(plain);
  if (parts === null) return undefined;
  const [, whole = '', fraction = ''] = parts;
  if (fraction.length > decimals) return undefined;
  const signs = new Set(whole.replace(/\d/g, ''));
  if (signs.size > 1 || signs.has(decimalSignOf(locale) ?? '.')) return undefined;
  return Number(whole.replace(/\D/g, '') + fraction.padEnd(decimals, '0'));
}
