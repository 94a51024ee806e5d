import { describe, expect, it } from 'vitest';
import { assertDetailsGiven, parseBillingFields } from './billingFields.ts';

describe('parseBillingFields', () => {
  it.each([
    undefined,
    {},
    { billingDetails: 'auto' },
    { billingDetails: { name: 'auto', address: 'auto' } },
    { billingDetails: { address: { country: 'auto' } } },
  ])('asks for the country and, where it has one, the postal code with %j', (fields) =>
    expect(parseBillingFields(fields)).toEqual({ asksCountry: true, asksPostalCode: true, withheld: [] }),
  );

  it('leaves out what is never to be asked for, and has the page give it', () =>
    expect(
      parseBillingFields({ billingDetails: { email: 'never', address: { postalCode: 'never' } } }),
    ).toEqual({
      asksCountry: true,
      asksPostalCode: false,
      withheld: [
        { option: 'billing_details.email', path: ['email'] },
        { option: 'billing_details.address.postal_code', path: ['address', 'postal_code'] },
      ],
    }));

  it('takes "never" for a whole address', () => {
    const { asksCountry, asksPostalCode, withheld } = parseBillingFields({
      billingDetails: { address: 'never' },
    });
    expect([asksCountry, asksPostalCode]).toEqual([false, false]);
    expect(withheld).toContainEqual({ option: 'billing_details.address', path: ['address', 'line1'] });
    expect(withheld).toHaveLength(6);
  });

  it('takes "never" for everything', () =>
    expect(parseBillingFields({ billingDetails: 'never' }).withheld).toEqual(
      expect.arrayContaining([
        { option: 'billing_details', path: ['name'] },
        { option: 'billing_details', path: ['address', 'country'] },
      ]),
    ));

  it('asks for no address where none is required, and wants none from the page', () =>
    expect(parseBillingFields({ billingDetails: { address: 'if_required' } })).toEqual({
      asksCountry: false,
      asksPostalCode: false,
      withheld: [],
    }));

  it.each([
    [{ card: { billingDetails: 'never' } }, 'fields.card'],
    [{ billingDetails: 'always' }, 'fields.billingDetails'],
    [{ billingDetails: { name: 'always' } }, 'fields.billingDetails.name'],
    [{ billingDetails: { address: 'none' } }, 'fields.billingDetails.address'],
    [{ billingDetails: { address: { zip: 'never' } } }, 'fields.billingDetails.address.zip'],
    [{ billingDetails: { address: { country: false } } }, 'fields.billingDetails.address.country'],
  ])('refuses %j and names it', (fields, name) => {
    expect(() => parseBillingFields(fields)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => parseBillingFields(fields)).toThrow(name);
  });
});

describe('assertDetailsGiven', () => {
  const { withheld } = parseBillingFields({ billingDetails: { address: { country: 'never' } } });

  it('names the option and the detail that is missing', () =>
    expect(() => assertDetailsGiven(withheld, { address: {} })).toThrow(
      'You specified "never" for fields.billing_details.address.country when creating the payment Element, but did not pass confirmParams.payment_method_data.billing_details.address.country',
    ));

  it('is content with what the page gives', () => {
    expect(() => assertDetailsGiven(withheld, { address: { country: 'SA' } })).not.toThrow();
    expect(() => assertDetailsGiven(withheld, { address: { country: null } })).not.toThrow();
  });
});
