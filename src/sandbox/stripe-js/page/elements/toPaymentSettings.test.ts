import { describe, expect, it } from 'vitest';
import { toPaymentSettings } from './toPaymentSettings.ts';

describe('toPaymentSettings', () => {
  it.each([
    ['en-US', 'US'],
    ['ar-SA', 'SA'],
    ['zh-Hant-TW', 'TW'],
    ['en', 'US'],
    ['', 'US'],
  ])('begins in the country of a browser that speaks %j: %s', (language, country) =>
    expect(toPaymentSettings({}, language).country).toBe(country),
  );

  it('begins with the page’s own values where it has some', () =>
    expect(
      toPaymentSettings(
        { defaultValues: { billingDetails: { address: { country: 'MY', postal_code: '50000' } } } },
        'en-US',
      ),
    ).toMatchObject({ country: 'MY', postalCode: '50000' }));

  it('asks for what it is not told to leave out', () =>
    expect(
      toPaymentSettings(
        { fields: { billingDetails: { address: { country: 'never' } } }, readOnly: true },
        'en',
      ),
    ).toMatchObject({ asksCountry: false, asksPostalCode: true, isReadOnly: true }));
});
