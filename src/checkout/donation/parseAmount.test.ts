import { describe, expect, it } from 'vitest';
import { parseAmount } from './parseAmount.ts';

const parse = (text: string, locale = 'en') => parseAmount(text, 'USD', locale);

describe('parseAmount', () => {
  it.each([
    ['25', 2500],
    ['25.5', 2550],
    ['25.50', 2550],
    ['12,50', 1250],
    ['1,000', 100_000],
    ['1,000.05', 100_005],
    ['12 000', 1_200_000],
    ['0.07', 7],
    ['19.99', 1999],
    ['٢٥٫٥٠', 2550],
    ['١٬٠٠٠', 100_000],
    ['۲۵', 2500],
  ])('reads %s as %i minor units', (text, amount) => {
    expect(parse(text)).toBe(amount);
  });

  it('reads a point as the locale has it', () => {
    expect(parse('1.000', 'de')).toBe(100_000);
    expect(parse('1.000,50', 'de')).toBe(100_050);
    expect(parse('1.000', 'en')).toBeUndefined();
    expect(parse('1,000', 'de')).toBeUndefined();
  });

  it.each(['', 'ten', '25.505', '1.2.3', '-5', '+5', '1e3', '25 $', '1,00,0', '1,000.000', '.5', 'NaN'])(
    'takes %j for no amount',
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );

  it('rounds nothing', () => {
    for (let minor = 1; minor < 3000; minor += 1) expect(parse((minor / 100).toFixed(2))).toBe(minor);
  });
});
