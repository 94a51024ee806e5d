import { describe, expect, it } from 'vitest';
import { createConfirmationToken } from './createConfirmationToken.ts';
import { createPaymentMethod } from './createPaymentMethod.ts';
import { createToken } from './createToken.ts';
import { ElementsGroup } from './elements/ElementsGroup.ts';
import { parseConfirmData } from './confirmData.ts';
import { parsePaymentConfirmation } from './paymentConfirmation.ts';

const standIn = { base: 'https://sandbox.test', publishableKey: 'pk_test_sandbox', locale: 'en' } as const;
const deferred = { mode: 'payment', amount: 5000, currency: 'usd' };
const group = (options: object = deferred) => new ElementsGroup(standIn, options);
const integrationError = expect.objectContaining({ name: 'IntegrationError' });

describe('createPaymentMethod', () => {
  it.each([
    ['nothing', undefined, 'value should be object'],
    ['a type of old', 'card', 'value should be object'],
    ['no type', { card: {} }, 'type'],
    ['another type', { type: 'sepa_debit' }, 'sepa_debit'],
    ['a card that is no element', { type: 'card', card: { number: '4242424242424242' } }, 'Card Element'],
    ['a parameter it would have to ignore', { type: 'card', card: {}, customer: 'cus_1' }, 'customer'],
    ['elements of somebody else', { elements: {} }, 'stripe.elements()'],
    ['elements that were not made for it', { elements: group() }, 'paymentMethodCreation'],
    [
      'elements that nobody has looked at',
      { elements: group({ ...deferred, paymentMethodCreation: 'manual' }) },
      'elements.submit() must be called before stripe.createPaymentMethod()',
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => createPaymentMethod(standIn, options)).toThrow(integrationError);
    expect(() => createPaymentMethod(standIn, options)).toThrow(message);
  });

  it('refuses the expiry as the one that speaks for a split card', () => {
    const card = group({}).create('cardExpiry');
    expect(() => createPaymentMethod(standIn, { type: 'card', card })).toThrow('Card Number Element');
  });

  it('rejects while the fields cannot be read', async () => {
    const card = group({}).create('card');
    await expect(createPaymentMethod(standIn, { type: 'card', card })).rejects.toThrow('retrieve data');
  });
});

describe('createToken', () => {
  it.each([['pii'], ['cvc_update'], [undefined], [{}]])('refuses %j', (element) =>
    expect(() => createToken(standIn, element, undefined)).toThrow(integrationError),
  );

  it('refuses data it would have to ignore', () => {
    const card = group({}).create('card');
    expect(() => createToken(standIn, card, { email: 'amina@example.com' })).toThrow('email');
  });
});

describe('createConfirmationToken', () => {
  it.each([
    ['no elements', {}, 'stripe.elements()'],
    ['elements that nobody has looked at', { elements: group() }, 'elements.submit() must be called'],
    [
      'a parameter it would have to ignore',
      { elements: group(), params: { setup_future_usage: 'off_session' } },
      'setup_future_usage',
    ],
  ])('refuses %s', (_, options, message) =>
    expect(() => createConfirmationToken(standIn, options)).toThrow(message),
  );
});

describe('a confirmation', () => {
  it('names a payment method or a token to confirmCardPayment', () => {
    expect(parseConfirmData({ payment_method: 'pm_1' }).source).toEqual({
      reference: { payment_method: 'pm_1' },
    });
    const billing_details = { name: 'Amina' };
    expect(
      parseConfirmData({ payment_method: { card: { token: 'tok_1' }, billing_details } }).source,
    ).toEqual({
      reference: { payment_method_data: { type: 'card', card: { token: 'tok_1' }, billing_details } },
    });
  });

  const parse = (confirmParams: object, more: object = {}) =>
    parsePaymentConfirmation({
      clientSecret: 'pi_1_secret_2',
      confirmParams: { return_url: 'https://shop.example', ...confirmParams },
      ...more,
    });

  it.each([{ payment_method: 'pm_1' }, { confirmation_token: 'ctoken_1' }])(
    'names %j to confirmPayment',
    (id) => {
      expect(parse(id)).toMatchObject({
        means: { reference: id },
        parameters: { return_url: 'https://shop.example' },
      });
      expect(parse(id).parameters).not.toHaveProperty(Object.keys(id).join());
    },
  );

  it.each([
    ['nothing', {}, {}, 'attached already'],
    ['two of them', { payment_method: 'pm_1', confirmation_token: 'ctoken_1' }, {}, 'more than one'],
    ['one beside elements', { payment_method: 'pm_1' }, { elements: group() }, 'more than one'],
    [
      'details of what has its own',
      { payment_method: 'pm_1', payment_method_data: { billing_details: { name: 'Amina' } } },
      {},
      'payment_method_data',
    ],
    ['no id', { payment_method: { id: 'pm_1' } }, {}, 'string'],
  ])('refuses %s', (_, params, more, message) => expect(() => parse(params, more)).toThrow(message));
});
