import { digitsOf } from './cardNumber.ts';

const SEPARATOR = ' / ';

function toMonth(digits: string): string {
  if (digits === '00') return '0';
  return digits;
}

function toYear(digits: string): string {
  return digits.length >= 4 && digits.startsWith('20') ? digits.slice(2, 4) : digits.slice(0, 2);
}

function splitExpiry(text: string): { month: string; year: string } {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const month = digitsOf(text.slice(0, slash)).slice(0, 2);
    return { month: /^[1-9]$/.test(month) ? `0${month}` : toMonth(month), year: digitsOf(text.slice(slash)) };
  }
  const digits = digitsOf(text);
  // A thirteenth month can only be the first month and a year that begins with 3.
  if (/^[2-9]/.test(digits) || Number(digits.slice(0, 2)) > 12) {
    return { month: `0${digits.slice(0, 1)}`, year: digits.slice(1) };
  }
  return { month: toMonth(digits.slice(0, 2)), year: digits.slice(2) };
}

/** Writes an expiry as `MM / YY` while it is typed, putting in the zero and the slash the customer left out. */
export function formatExpiry(text: string): string {
  const { month, year } = splitExpiry(text);
  return month.length === 2 ? `${month}${SEPARATOR}${toYear(year)}` : month;
}

/** Writes an expiry after characters were removed: a broken separator takes the last digit of the month with it. */
export function formatExpiryAfterDeletion(text: string): string {
  if (text.includes(SEPARATOR) || splitExpiry(text).year !== '') return formatExpiry(text);
  return digitsOf(text).slice(0, 1);
}

/** Reads `MM / YY` into a month and a four-digit year, or undefined while it is not whole. */
export function parseExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(\d\d) \/ (\d\d)$/.exec(text);
  if (match === null) return undefined;
  return { month: Number(match[1]), year: 2000 + Number(match[2]) };
}
