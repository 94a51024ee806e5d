import { passesLuhn } from '../../stripe-js/card/luhn.ts';
import type { SubmittedCard } from './SubmittedCard.ts';

interface CardFault {
  code: string;
  message: string;
  param: string;
}

const faults = {
  number: { code: 'incorrect_number', message: 'Your card number is incorrect.', param: 'number' },
  month: {
    code: 'invalid_expiry_month',
    message: "Your card's expiration month is invalid.",
    param: 'exp_month',
  },
  year: {
    code: 'invalid_expiry_year',
    message: "Your card's expiration year is invalid.",
    param: 'exp_year',
  },
  cvc: { code: 'invalid_cvc', message: "Your card's security code is invalid.", param: 'cvc' },
} as const satisfies Record<string, CardFault>;

/** Finds what Stripe's API refuses in a card before any bank is asked; undefined when there is nothing. */
export function findCardFault(
  { number, expMonth, expYear, cvc }: SubmittedCard,
  now: Date,
): CardFault | undefined {
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return faults.number;
  if (!Number.isInteger(expMonth) || expMonth < 1 || expMonth > 12) return faults.month;
  const monthsAhead = (expYear - now.getFullYear()) * 12 + (expMonth - 1 - now.getMonth());
  if (!Number.isInteger(expYear) || monthsAhead < 0 || expYear > now.getFullYear() + 50) return faults.year;
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) return faults.cvc;
  return undefined;
}
