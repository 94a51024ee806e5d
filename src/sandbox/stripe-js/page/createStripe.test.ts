import { describe, expect, it, vi } from 'vitest';
import { createStripe } from './createStripe.ts';
import { ElementsGroup } from './elements/ElementsGroup.ts';

const standIn = { base: 'https://sandbox.test', publishableKey: 'pk_test_sandbox', locale: 'en' } as const;

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

  it.each(['createToken', 'createPaymentMethod', 'confirmSetup', 'handleCardAction'])(
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

describe('elements', () => {
  const deferred = { mode: 'payment', amount: 5000, currency: 'usd' };
  const elements = (options?: unknown) => new ElementsGroup(standIn, options);

  it('finds an element by its name, and by the component React passes', () => {
    const group = elements(deferred);
    const payment = group.create('payment');
    expect(group.getElement('payment')).toBe(payment);
    expect(group.getElement(Object.assign(() => null, { __elementType: 'payment' }))).toBe(payment);
    expect(group.getElement('card')).toBeNull();
  });

  it('makes one element of each type at a time', () => {
    const group = elements(deferred);
    const payment = group.create('payment');
    group.create('expressCheckout');
    expect(() => group.create('payment')).toThrow('Can only create one Element of type payment');
    payment.destroy();
    expect(group.getElement('payment')).toBeNull();
    expect(() => group.create('payment')).not.toThrow();
  });

  it.each(['payment', 'expressCheckout'])('makes a %s element only where something is to be paid', (type) =>
    expect(() => elements().create(type)).toThrow('you must pass a clientSecret or mode'),
  );

  it.each(['linkAuthentication', 'address', 'paymentRequestButton', undefined])(
    'refuses %j elements loudly',
    (type) => expect(() => elements(deferred).create(type)).toThrow('not part of the HajiQ sandbox'),
  );

  it('tells when an update is in force', async () => {
    const group = elements(deferred);
    const handler = vi.fn();
    group.on('update-end', handler);
    await group.update({ amount: 100, appearance: { theme: 'night' } });
    expect(handler).toHaveBeenCalledOnce();
    expect(group.intent).toEqual({ mode: 'payment', amount: 100, currency: 'usd' });
  });

  it('cannot check fields that are not there', async () => {
    const group = elements(deferred);
    await expect(group.submit()).rejects.toThrow('without a Payment Element');
    group.create('payment');
    await expect(group.submit()).rejects.toThrow('should have a mounted Payment Element');
  });

  it('fetches no updates of an intent that is not made yet', () =>
    expect(elements(deferred).fetchUpdates()).rejects.toThrow('clientSecret'));
});

describe('confirmPayment', () => {
  const clientSecret = 'pi_1_secret_2';
  const group = (options: unknown = { clientSecret }, elementOptions?: unknown) => {
    const elements = new ElementsGroup(standIn, options);
    elements.create('payment', elementOptions);
    return elements;
  };
  const confirm = (options?: unknown) => call('confirmPayment', options);
  const redirect = 'if_required';
  const deferred = { mode: 'payment', amount: 5000, currency: 'usd' };

  it.each([
    ['no elements', { clientSecret, redirect }, 'attached already'],
    ['elements of another maker', { elements: {}, redirect }, 'what stripe.elements() returned'],
    ['a redirect it does not know', { elements: group(), redirect: 'never' }, 'redirect'],
    ['no return_url when it is to leave the page', { elements: group() }, 'return_url'],
    ['another secret', { elements: group(), redirect, clientSecret: 'pi_3_secret_4' }, 'not the one'],
    [
      'no secret of a deferred intent',
      { elements: group(deferred), redirect },
      'You must pass in a clientSecret',
    ],
    [
      'fields not submitted',
      { elements: group(deferred), clientSecret, redirect },
      'elements.submit() must be called',
    ],
    [
      'a group without a Payment Element',
      { elements: new ElementsGroup(standIn, { clientSecret }), redirect },
      'should have a mounted Payment Element',
    ],
    [
      'a parameter it would have to ignore',
      { elements: group(), redirect, confirmParams: { payment_method: 'pm_1' } },
      'payment_method',
    ],
    [
      'a detail that nobody gives',
      { elements: group({ clientSecret }, { fields: { billingDetails: { email: 'never' } } }), redirect },
      'billing_details.email',
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => confirm(options)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => confirm(options)).toThrow(message);
  });

  it('rejects while the fields cannot be read', () =>
    expect(confirm({ elements: group(), redirect })).rejects.toThrow(
      'Invalid value for stripe.confirmPayment(): elements should have a mounted Payment Element',
    ));
});
