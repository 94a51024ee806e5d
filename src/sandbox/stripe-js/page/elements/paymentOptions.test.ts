import { describe, expect, it } from 'vitest';
import { parsePaymentOptions, parsePaymentUpdate } from './paymentOptions.ts';

describe('parsePaymentOptions', () => {
  it('takes every option of the Payment Element', () => {
    const options = {
      layout: {
        type: 'accordion',
        radios: 'if_multiple',
        defaultCollapsed: false,
        spacedAccordionItems: true,
      },
      fields: { billingDetails: { address: { country: 'never' } } },
      defaultValues: { billingDetails: { name: 'Aisha', address: { country: 'SA', postal_code: '12211' } } },
      wallets: { applePay: 'never', googlePay: 'auto', link: 'never' },
      walletOptions: { emailRequired: true },
      terms: { card: 'never' },
      readOnly: false,
      business: { name: 'HajiQ' },
      paymentMethodOrder: ['card'],
      applePay: {},
    };
    expect(parsePaymentOptions(options)).toEqual(options);
  });

  it.each(['tabs', 'accordion', 'auto'])('takes the layout %s', (layout) =>
    expect(parsePaymentOptions({ layout })).toEqual({ layout }),
  );

  it('leaves out what is undefined', () => expect(parsePaymentOptions({ fields: undefined })).toEqual({}));

  it.each([
    [{ style: {} }, 'style'],
    [{ layout: 'grid' }, 'layout'],
    [{ layout: { radios: 'always' } }, '`type`'],
    // A boolean was right until Stripe.js 8.
    [{ layout: { type: 'accordion', radios: true } }, 'layout.radios'],
    [{ layout: { type: 'tabs', columns: 2 } }, 'layout.columns'],
    [{ defaultValues: { card: { network: ['visa'] } } }, 'defaultValues.card'],
    [{ defaultValues: { billingDetails: { address: { zip: '1' } } } }, 'address.zip'],
    [{ defaultValues: { billingDetails: { address: { country: 7 } } } }, 'address.country'],
    [{ readOnly: 'yes' }, 'readOnly'],
    [{ wallets: { paypal: 'never' } }, 'wallets.paypal'],
    [{ wallets: { link: 'always' } }, 'wallets.link'],
    [{ terms: { card: 'always' } }, 'terms.card'],
    [{ terms: { card: true } }, 'terms.card'],
    [{ business: 'HajiQ' }, 'business'],
    [{ paymentMethodOrder: 'card' }, 'paymentMethodOrder'],
  ])('refuses %j and names it', (options, name) => {
    expect(() => parsePaymentOptions(options)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => parsePaymentOptions(options)).toThrow(name);
  });
});

describe('parsePaymentUpdate', () => {
  it.each([
    [{ wallets: { link: 'never' } }, 'wallets'],
    [{ layout: { type: 'tabs', defaultCollapsed: true } }, 'layout.defaultCollapsed'],
  ])('refuses %j, which is fixed when the element is made', (options, name) =>
    expect(() => parsePaymentUpdate(options)).toThrow(name),
  );
});
