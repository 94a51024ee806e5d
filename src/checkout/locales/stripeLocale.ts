import type { StripeElementLocale } from '@stripe/stripe-js';

/** The locales of Stripe's fields. Another one is never handed to them: what they do with it is not documented. */
const stripeLocales: readonly string[] = [
  'ar',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-NZ',
  'es',
  'es-419',
  'es-ES',
  'et',
  'fi',
  'fil',
  'fr',
  'fr-CA',
  'fr-FR',
  'he',
  'hr',
  'hu',
  'id',
  'it',
  'it-IT',
  'ja',
  'ko',
  'lt',
  'lv',
  'ms',
  'mt',
  'nb',
  'nl',
  'no',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sk',
  'sl',
  'sv',
  'th',
  'tr',
  'vi',
  'zh',
  'zh-HK',
  'zh-TW',
] satisfies StripeElementLocale[];

const isStripeLocale = (locale: string): locale is StripeElementLocale => stripeLocales.includes(locale);

/** The regions that write the Spanish of Latin America, `es-419`. */
const latinAmerica = /^(AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/;

/** Finds the most exact locale that Stripe's fields have for a canonical tag; English where they have none, as for Urdu. */
export function toStripeLocale(tag: string): StripeElementLocale {
  const { language, region = '' } = new Intl.Locale(tag);
  const exact = `${language}-${region}`;
  if (isStripeLocale(exact)) return exact;
  if (language === 'es' && latinAmerica.test(region)) return 'es-419';
  return isStripeLocale(language) ? language : 'en';
}
