import type { StripeElementLocale } from '@stripe/stripe-js';
import { notInSandbox } from '../wire/IntegrationError.ts';

/** Every locale Stripe Elements speaks; a new major of Stripe.js that knows another makes this fail to compile. */
const stripeLocales: Record<StripeElementLocale, true> = {
  auto: true,
  ar: true,
  bg: true,
  cs: true,
  da: true,
  de: true,
  el: true,
  en: true,
  'en-AU': true,
  'en-CA': true,
  'en-NZ': true,
  'en-GB': true,
  es: true,
  'es-ES': true,
  'es-419': true,
  et: true,
  fi: true,
  fil: true,
  fr: true,
  'fr-CA': true,
  'fr-FR': true,
  he: true,
  hu: true,
  hr: true,
  id: true,
  it: true,
  'it-IT': true,
  ja: true,
  ko: true,
  lt: true,
  lv: true,
  ms: true,
  mt: true,
  nb: true,
  nl: true,
  no: true,
  pl: true,
  pt: true,
  'pt-BR': true,
  ro: true,
  ru: true,
  sk: true,
  sl: true,
  sv: true,
  th: true,
  tr: true,
  vi: true,
  zh: true,
  'zh-HK': true,
  'zh-TW': true,
};

function isStripeLocale(locale: string): locale is StripeElementLocale {
  return Object.hasOwn(stripeLocales, locale);
}

/**
 * Takes a `locale` option.
 *
 * @throws {IntegrationError} For a language Stripe Elements has not, such as Urdu: what Stripe shows then is not known.
 */
export function parseLocale(locale: unknown): StripeElementLocale {
  if (typeof locale === 'string' && isStripeLocale(locale)) return locale;
  throw notInSandbox(
    `The locale ${JSON.stringify(locale)}`,
    'Stripe Elements does not list it either: pass one it has, such as "en" or "ar", or "auto".',
  );
}

/** Resolves 'auto' to the browser's language, as far as the stand-in speaks it: Arabic, or else English. */
export function resolveLocale(locale: StripeElementLocale, browserLanguage: string): string {
  if (locale !== 'auto') return locale;
  return /^ar\b/.test(browserLanguage) ? 'ar' : 'en';
}
