import { describe, expect, it } from 'vitest';
import { findBrandRule, maxCvcLength, maxNumberLength } from './brands.ts';

describe('findBrandRule', () => {
  it.each([
    ['4242424242424242', 'visa'],
    ['4000056655665556', 'visa'],
    ['5555555555554444', 'mastercard'],
    ['2223003122003222', 'mastercard'],
    ['378282246310005', 'amex'],
    ['371449635398431', 'amex'],
    ['6011111111111117', 'discover'],
    ['6555900000604105', 'discover'],
    ['3056930009020004', 'diners'],
    ['36227206271667', 'diners'],
    ['3566002020360505', 'jcb'],
    ['6200000000000005', 'unionpay'],
    ['6205500000000000004', 'unionpay'],
    ['9999', 'unknown'],
    ['5', 'unknown'],
    ['', 'unknown'],
  ])('knows %j as %s', (digits, brand) => expect(findBrandRule(digits).brand).toBe(brand));
});

describe('maxNumberLength', () => {
  it.each([
    ['4', 16],
    ['37', 15],
    ['36', 14],
    ['62', 19],
    ['9', 16],
  ])('lets a number that begins with %s have %i digits', (digits, length) =>
    expect(maxNumberLength(digits)).toBe(length),
  );
});

describe('maxCvcLength', () => {
  it('is four for American Express and three for the others', () => {
    expect(maxCvcLength('37')).toBe(4);
    expect(maxCvcLength('42')).toBe(3);
  });

  it('is four while the brand is not known', () => expect(maxCvcLength('')).toBe(4));
});
