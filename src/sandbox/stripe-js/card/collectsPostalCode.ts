import { digitsOf } from './cardNumber.ts';
import { findBrandRule } from './brands.ts';

const UNITED_STATES = '840';
const brandsOfTheUnitedStates = new Set(['visa', 'mastercard', 'amex', 'discover']);

/**
 * Tells whether Stripe would ask for a postal code with this card: only when it was issued in the United States.
 *
 * Stripe looks the country up. Its international test cards carry it in digits 7 to 9 (ISO 3166, numeric).
 */
export function collectsPostalCode(number: string): boolean {
  const digits = digitsOf(number);
  if (!brandsOfTheUnitedStates.has(findBrandRule(digits).brand)) return false;
  const country = /^(?:400000|555555(?=250))(\d{3})/.exec(digits)?.[1] ?? '000';
  return country === '000' || country === UNITED_STATES;
}
