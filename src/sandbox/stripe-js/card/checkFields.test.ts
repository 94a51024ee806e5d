import { describe, expect, it } from 'vitest';
import { checkFields } from './checkFields.ts';
import type { CardValues } from './fields.ts';

const today = new Date(2026, 10, 22);
const good: CardValues = { number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123', postal: '94107' };
const check = (change: Partial<CardValues>) => checkFields({ ...good, ...change }, today);

describe('checkFields', () => {
  it('finds a good card complete', () => {
    expect(Object.values(check({})).map(({ status }) => status)).toEqual(Array(4).fill('complete'));
  });

  it.each([
    ['', 'empty', 'incomplete_number'],
    ['4242 4', 'incomplete', 'incomplete_number'],
    ['4242 4242 4242 4241', 'invalid', 'invalid_number'],
    ['3782 822463 1000', 'incomplete', 'incomplete_number'],
    ['3622 720627 1668', 'invalid', 'invalid_number'],
    // A UnionPay number may still grow, so only leaving the field proves it wrong.
    ['6200 0000 0000 0004', 'incomplete', 'invalid_number'],
  ])('finds the number %j %s: %s', (number, status, code) =>
    expect(check({ number }).number).toEqual({ status, code }),
  );

  it.each(['3622 720627 1667', '6205 5000 0000 0000 004', '3782 822463 10005'])(
    'finds the number %s complete',
    (number) => expect(check({ number }).number).toEqual({ status: 'complete' }),
  );

  it.each([
    ['', 'empty', 'incomplete_expiry'],
    ['12 / 3', 'incomplete', 'incomplete_expiry'],
    ['10 / 26', 'invalid', 'invalid_expiry_month_past'],
    ['12 / 25', 'invalid', 'invalid_expiry_year_past'],
    ['12 / 77', 'invalid', 'invalid_expiry_year'],
  ])('finds the expiry %j %s: %s', (expiry, status, code) =>
    expect(check({ expiry }).expiry).toEqual({ status, code }),
  );

  it.each(['11 / 26', '01 / 27', '12 / 76'])('finds the expiry %s complete', (expiry) =>
    expect(check({ expiry }).expiry).toEqual({ status: 'complete' }),
  );

  it('wants four digits of security code from American Express', () => {
    const number = '3782 822463 10005';
    expect(check({ number, cvc: '123' }).cvc).toEqual({ status: 'incomplete', code: 'incomplete_cvc' });
    expect(check({ number, cvc: '1234' }).cvc).toEqual({ status: 'complete' });
  });

  it('finds a security code of two digits incomplete', () =>
    expect(check({ cvc: '12' }).cvc).toEqual({ status: 'incomplete', code: 'incomplete_cvc' }));

  it('finds a postal code of four digits incomplete', () =>
    expect(check({ postal: '9410' }).postal).toEqual({ status: 'incomplete', code: 'incomplete_zip' }));
});
