import type { Appearance, CssFontSource, CustomFontSource, StripeElementLocale } from '@stripe/stripe-js';
import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { parseLocale } from '../locales.ts';
import { parseAppearance } from './appearance.ts';
import { deferredOptions, type ElementsIntent, isDeferred, parseElementsIntent } from './elementsIntent.ts';
import { checkOneOf, withoutUndefined } from './optionChecks.ts';

type FontSource = CssFontSource | CustomFontSource;

/** The options of an elements group that matter to its elements. */
export interface GroupOptions {
  readonly locale?: StripeElementLocale;
  readonly fonts?: readonly FontSource[];
  /** A Card Element takes no heed of it, at Stripe as here. */
  readonly appearance?: Appearance;
  readonly intent?: ElementsIntent;
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

function parseShared({ locale, fonts, appearance }: Readonly<Record<string, unknown>>): GroupOptions {
  if (fonts !== undefined && !Array.isArray(fonts)) {
    throw new IntegrationError('Invalid value for fonts: it must be an array.');
  }
  return {
    ...(locale === undefined ? {} : { locale: parseLocale(locale) }),
    ...(fonts === undefined ? {} : { fonts: fonts.map(parseFont) }),
    ...(appearance === undefined ? {} : { appearance: parseAppearance(appearance) }),
  };
}

/**
 * Takes the options of `stripe.elements(options)`.
 *
 * `loader` is accepted and changes nothing: a frame is there too soon for one.
 *
 * @throws {IntegrationError} For an option, or a value, that the elements of this stand-in do not take.
 */
export function parseGroupOptions(options: unknown): GroupOptions {
  const known = ['locale', 'fonts', 'appearance', 'loader', 'clientSecret', ...deferredOptions];
  const given = assertKnownKeys(options, known, 'stripe.elements(options)');
  checkOneOf(given, 'loader', ['auto', 'always', 'never']);
  const intent = parseElementsIntent(given);
  return { ...parseShared(given), ...(intent === undefined ? {} : { intent }) };
}

/**
 * Takes the options of `elements.update(options)`, merged into those that are in force.
 *
 * @throws {IntegrationError} For options that cannot change, such as the client secret.
 */
export function parseGroupUpdate(current: GroupOptions, options: unknown): GroupOptions {
  const known = ['locale', 'fonts', 'appearance', ...(isDeferred(current.intent) ? deferredOptions : [])];
  const given = assertKnownKeys(options, known, 'elements.update(options)');
  if (!isDeferred(current.intent)) return { ...current, ...parseShared(given) };
  const intent = parseElementsIntent({ ...current.intent, ...withoutUndefined(given) });
  return { ...current, ...parseShared(given), ...(intent === undefined ? {} : { intent }) };
}
