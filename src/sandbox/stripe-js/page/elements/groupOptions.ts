import type { CssFontSource, CustomFontSource, StripeElementLocale } from '@stripe/stripe-js';
import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { parseLocale } from '../locales.ts';

type FontSource = CssFontSource | CustomFontSource;

/** The options of an elements group that matter to a Card Element. */
export interface GroupOptions {
  readonly locale?: StripeElementLocale;
  readonly fonts?: readonly FontSource[];
}

const fontDescriptors = ['display', 'style', 'unicodeRange', 'weight'] as const;

function parseFont(font: unknown): FontSource {
  if (isRecord(font) && typeof font.cssSrc === 'string') return { cssSrc: font.cssSrc };
  if (!isRecord(font) || typeof font.family !== 'string' || typeof font.src !== 'string') {
    throw new IntegrationError('Invalid value for fonts: each must be { cssSrc } or { family, src, … }.');
  }
  const given = fontDescriptors.flatMap((name) =>
    typeof font[name] === 'string' ? [[name, font[name]]] : [],
  );
  return { family: font.family, src: font.src, ...Object.fromEntries(given) };
}

function parseShared({ locale, fonts }: Record<string, unknown>): GroupOptions {
  if (fonts !== undefined && !Array.isArray(fonts)) {
    throw new IntegrationError('Invalid value for fonts: it must be an array.');
  }
  return {
    ...(locale === undefined ? {} : { locale: parseLocale(locale) }),
    ...(fonts === undefined ? {} : { fonts: fonts.map(parseFont) }),
  };
}

/**
 * Takes the options of `stripe.elements(options)`.
 *
 * `appearance`, `loader` and `clientSecret` are accepted and change nothing: a Card Element takes no heed of them.
 *
 * @throws {IntegrationError} For options of the Payment Element, such as `mode`.
 */
export function parseGroupOptions(options: unknown): GroupOptions {
  const known = ['locale', 'fonts', 'appearance', 'loader', 'clientSecret'];
  return parseShared(assertKnownKeys(options, known, 'stripe.elements(options)'));
}

/**
 * Takes the options of `elements.update(options)`.
 *
 * @throws {IntegrationError} For options that cannot change, or belong to the Payment Element.
 */
export function parseGroupUpdate(options: unknown): GroupOptions {
  return parseShared(assertKnownKeys(options, ['locale', 'fonts', 'appearance'], 'elements.update(options)'));
}
