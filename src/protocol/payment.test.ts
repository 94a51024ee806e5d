import { describe, expect, it } from 'vitest';
import { isClientSecret, parsePayment, parsePreparedPayment } from './payment.ts';

const payment = {
  paymentId: 'p',
  status: 'succeeded',
  amount: 5000,
  currency: 'usd',
  updatedAt: '2026-01-01T00:00:00Z',
};
const clientSecret = 'pi_1_secret_1';

describe('parsePayment', () => {
  it('reads a payment, its currency in either case', () => {
    expect(parsePayment(payment)).toEqual({ ...payment, currency: 'USD' });
  });

  it('takes a status it does not know for one that is open, and never for paid', () => {
    expect(parsePayment({ ...payment, status: 'disputed' }).status).toBe('pending');
  });

  it.each([
    null,
    [],
    '<!doctype html>',
    { ...payment, updatedAt: 'yesterday' },
    { ...payment, amount: '5000' },
    { ...payment, currency: 'JPY' },
    { ...payment, status: undefined },
    { ...payment, paymentId: 7 },
  ])('refuses %j', (answer) => {
    expect(() => parsePayment(answer)).toThrow('is not a payment');
  });
});

describe('parsePreparedPayment', () => {
  it('reads an answer of the guide’s kind, and knows that there is nothing to follow', () => {
    expect(parsePreparedPayment({ clientSecret }, true)).toMatchObject({
      clientSecret,
      status: 'pending',
      money: undefined,
      statusAccess: undefined,
    });
  });

  it('reads how the status may be asked for', () => {
    const answer = { ...payment, clientSecret, statusToken: 't' };
    expect(parsePreparedPayment(answer, false)).toEqual({
      clientSecret,
      status: 'succeeded',
      isNew: false,
      money: { amount: 5000, currency: 'USD' },
      statusAccess: { paymentId: 'p', statusToken: 't' },
    });
  });

  it.each([null, {}, { clientSecret: '' }, { clientSecret: 'seti_1_secret_1' }])('refuses %j', (answer) => {
    expect(() => parsePreparedPayment(answer, true)).toThrow('no client secret');
  });
});

describe('isClientSecret', () => {
  it.each([
    'pi_3MtwBw_secret_YrKJ U',
    '<b>pi_1_secret_1',
    'pi_1_secret_',
    `pi_1_secret_${'x'.repeat(200)}`,
    7,
  ])('refuses %j', (value) => {
    expect(isClientSecret(value)).toBe(false);
  });
});
