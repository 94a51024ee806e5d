import type { StripeCardElementChangeEvent } from '@stripe/stripe-js';

/** The card brands a Stripe `change` event can name. */
export type CardBrand = StripeCardElementChangeEvent['brand'];

interface BrandRule {
  readonly brand: CardBrand;
  readonly prefix: RegExp;
  /** Every length a whole number may have, the shortest first. */
  readonly lengths: readonly [number, ...number[]];
  /** How the digits stand together; digits past the last group follow in fours. */
  readonly groups: readonly number[];
  readonly cvcLengths: readonly [number, ...number[]];
}

const fours = [4, 4, 4, 4];
const unknownBrand: BrandRule = {
  brand: 'unknown',
  prefix: /^/,
  lengths: [16],
  groups: fours,
  cvcLengths: [3, 4],
};

const brandRules: readonly BrandRule[] = [
  { brand: 'visa', prefix: /^4/, lengths: [16], groups: fours, cvcLengths: [3] },
  {
    brand: 'mastercard',
    prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
    groups: fours,
    cvcLengths: [3],
  },
  { brand: 'amex', prefix: /^3[47]/, lengths: [15], groups: [4, 6, 5], cvcLengths: [4] },
  { brand: 'discover', prefix: /^(?:6011|64[4-9]|65)/, lengths: [16], groups: fours, cvcLengths: [3] },
  { brand: 'diners', prefix: /^36/, lengths: [14], groups: [4, 6, 4], cvcLengths: [3] },
  { brand: 'diners', prefix: /^3(?:0[0-59]|[89])/, lengths: [14, 16], groups: fours, cvcLengths: [3] },
  { brand: 'jcb', prefix: /^35(?:2[89]|[3-8])/, lengths: [16], groups: fours, cvcLengths: [3] },
  { brand: 'unionpay', prefix: /^(?:62|81)/, lengths: [16, 17, 18, 19], groups: fours, cvcLengths: [3] },
];

/** Finds the rules for the number that begins with these digits. */
export function findBrandRule(digits: string): BrandRule {
  return brandRules.find(({ prefix }) => prefix.test(digits)) ?? unknownBrand;
}

/** The most digits a number that begins like this can have. */
export function maxNumberLength(digits: string): number {
  return Math.max(...findBrandRule(digits).lengths);
}

/** The most digits the security code of this card can have. */
export function maxCvcLength(numberDigits: string): number {
  return Math.max(...findBrandRule(numberDigits).cvcLengths);
}
