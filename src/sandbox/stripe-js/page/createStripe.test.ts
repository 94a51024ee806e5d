import { describe, expect, it } from 'vitest';
import { createStripe } from './createStripe.ts';

const create = (options?: unknown) => createStripe('https://sandbox.test', 'pk_test_sandbox', options);
const call = (method: string, ...given: unknown[]): unknown => {
  const member: unknown = Reflect.get(create(), method);
  return typeof member === 'function' ? Reflect.apply(member, undefined, given) : undefined;
};

describe('createStripe', () => {
  it.each(['elements', 'createToken', 'createPaymentMethod', 'confirmCardPayment'])(
    'has %s, by which react-stripe-js knows a Stripe object',
    (method) => expect(create()).toHaveProperty(method, expect.any(Function)),
  );

  it.each(['createToken', 'createPaymentMethod', 'confirmPayment', 'confirmSetup', 'handleCardAction'])(
    'refuses %s loudly instead of pretending',
    (method) => {
      expect(() => call(method)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
      expect(() => call(method)).toThrow(`stripe.${method}() is not part of the HajiQ sandbox stand-in`);
    },
  );

  it('takes the names wrappers give themselves', () => {
    expect(call('_registerWrapper', { name: 'stripe-js' })).toBeUndefined();
    expect(call('registerAppInfo', { name: 'react-stripe-js' })).toBeUndefined();
  });

  it.each([
    { stripeAccount: 'acct_1' },
    { apiVersion: '2026-09-30.endive' },
    { betas: ['some_beta'] },
    { locale: 'ur' },
  ])('refuses the option %j', (options) => expect(() => create(options)).toThrow('HajiQ sandbox'));

  it('takes a locale for all its elements', () => expect(() => create({ locale: 'ar' })).not.toThrow());
});

describe('confirmCardPayment', () => {
  const confirm = (data?: unknown, options?: unknown) =>
    call('confirmCardPayment', 'pi_1_secret_2', data, options);

  it.each([
    ['no data', undefined],
    ['the id of a payment method', { payment_method: 'pm_1' }],
    ['a token', { payment_method: { card: { token: 'tok_1' } } }],
    ['a card that is not an element', { payment_method: { card: {} } }],
    ['a parameter it would have to ignore', { payment_method: {}, setup_future_usage: 'off_session' }],
  ])('refuses %s', (_, data) =>
    expect(() => confirm(data)).toThrow(expect.objectContaining({ name: 'IntegrationError' })),
  );

  it('refuses options it does not know', () =>
    expect(() => confirm({}, { redirect: 'always' })).toThrow('redirect'));

  it('refuses what is no client secret before it looks at anything else', () =>
    expect(() => call('confirmCardPayment', 'pi_1')).toThrow('intent secret'));
});
