import { describe, expect, it } from 'vitest';
import { toStripeLocale } from './stripeLocale.ts';

describe('the locale of Stripe’s fields', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en-GB'],
    ['en-US', 'en'],
    ['fr', 'fr'],
    ['fr-CA', 'fr-CA'],
    ['fr-SN', 'fr'],
    ['es', 'es'],
    ['es-ES', 'es-ES'],
    ['es-MX', 'es-419'],
    ['es-419', 'es-419'],
    ['es-PH', 'es'],
    ['ar-AE', 'ar'],
    ['ar-EG-u-nu-latn', 'ar'],
    ['id-ID', 'id'],
    ['zh-Hant-TW', 'zh-TW'],
    ['de-u-nu-latn', 'de'],
  ])('is, for %s, the most exact that there is: %s', (tag, locale) => {
    expect(toStripeLocale(tag)).toBe(locale);
  });

  it.each(['ur', 'ur-PK', 'fa', 'bn-BD', 'tlh', 'und'])(
    'is English for %s, which Stripe does not speak',
    (tag) => {
      expect(toStripeLocale(tag)).toBe('en');
    },
  );
});
