import { describe, expect, it } from 'vitest';
import type { CardRequest } from '../wire/frameMessages.ts';
import { toCardCall } from './toCardCall.ts';

const values = { number: '4242 4242 4242 4242', expiry: '12 / 50', cvc: '123', postal: '10001' };
const card = { number: '4242424242424242', exp_month: 12, exp_year: 2050, cvc: '123' };

const call = (
  purpose: CardRequest['purpose'],
  { billingDetails = {}, parameters = {} }: Partial<CardRequest> = {},
  address = {},
) => toCardCall({ publishableKey: 'pk_test_1', purpose, billingDetails, parameters }, { values, address });

const confirm = { type: 'confirm', clientSecret: 'pi_1_secret_2' } as const;

describe('toCardCall', () => {
  it('pays', () =>
    expect(call(confirm, { parameters: { return_url: 'https://shop.example' } })).toEqual({
      path: '/v1/payment_intents/pi_1/confirm',
      form: {
        return_url: 'https://shop.example',
        client_secret: 'pi_1_secret_2',
        payment_method_data: { type: 'card', card, billing_details: {} },
      },
    }));

  it('makes a payment method', () =>
    expect(call({ type: 'payment_method' }, { parameters: { metadata: { order: '7' } } })).toEqual({
      path: '/v1/payment_methods',
      form: { metadata: { order: '7' }, type: 'card', card, billing_details: {} },
    }));

  it('makes a confirmation token', () =>
    expect(call({ type: 'confirmation_token' }, { billingDetails: { name: 'Amina' } })).toEqual({
      path: '/v1/confirmation_tokens',
      form: { payment_method_data: { type: 'card', card, billing_details: { name: 'Amina' } } },
    }));

  it('makes a token, whose address stands beside the card', () =>
    expect(
      call({ type: 'token' }, { parameters: { name: 'Amina', address_zip: '0' } }, { postal_code: '10001' }),
    ).toEqual({
      path: '/v1/tokens',
      form: { card: { ...card, name: 'Amina', address_zip: '10001' } },
    }));

  it('puts what the form has asked for before what the page says', () => {
    const billingDetails = { address: { city: 'Riyadh', postal_code: '0' } };
    expect(call(confirm, { billingDetails }, { postal_code: '10001' }).form).toMatchObject({
      payment_method_data: {
        billing_details: { address: { city: 'Riyadh', postal_code: '10001' } },
      },
    });
  });

  it('lets no parameter of the page stand in the place of the card', () => {
    const parameters = { type: 'other', card: { number: '1' }, payment_method_data: { card: {} } };
    expect(call({ type: 'payment_method' }, { parameters }).form).toMatchObject({ type: 'card', card });
    expect(call(confirm, { parameters }).form).toMatchObject({ payment_method_data: { card } });
    expect(call({ type: 'token' }, { parameters: { number: '1' } }).form).toMatchObject({ card });
  });

  it('leaves a security code out that nobody asked for', () =>
    expect(
      toCardCall(
        { publishableKey: 'pk_test_1', purpose: { type: 'token' }, billingDetails: {}, parameters: {} },
        { values: { ...values, cvc: '' }, address: {} },
      ).form,
    ).toMatchObject({ card: { cvc: undefined } }));
});
