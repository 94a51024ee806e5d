import type { StripeCardElementOptions, StripeElementClasses, StripeElementStyle } from '@stripe/stripe-js';
import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { checkOneOf, checkType, withoutUndefined } from './optionChecks.ts';

const updatable = ['classes', 'style', 'value', 'hidePostalCode', 'iconStyle', 'hideIcon', 'disabled'];
const creatable = [...updatable, 'disableLink', 'preferredNetwork'];
const variants = ['base', 'complete', 'empty', 'invalid'] satisfies (keyof StripeElementStyle)[];
const classNames: (keyof StripeElementClasses)[] = [
  'base',
  'complete',
  'empty',
  'focus',
  'invalid',
  'webkitAutofill',
];
const pseudos = [':hover', ':focus', '::placeholder', '::selection', ':-webkit-autofill', ':disabled'];
/** Stripe's list without `textAlign` and `padding`, which it keeps for other elements. */
const properties = [
  'backgroundColor',
  'color',
  'fontFamily',
  'fontSize',
  'fontSmoothing',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'iconColor',
  'lineHeight',
  'letterSpacing',
  'textDecoration',
  'textShadow',
  'textTransform',
];

function checkStyle(style: unknown): void {
  for (const [variant, given] of Object.entries(assertKnownKeys(style, variants, 'style'))) {
    const name = `style.${variant}`;
    for (const [key, value] of Object.entries(assertKnownKeys(given, [...properties, ...pseudos], name))) {
      if (isRecord(value)) {
        checkDeclarations(assertKnownKeys(value, properties, `${name}.${key}`), `${name}.${key}`);
      } else {
        checkDeclarations({ [key]: value }, name);
      }
    }
  }
}

function checkDeclarations(declarations: Record<string, unknown>, name: string): void {
  for (const [property, value] of Object.entries(declarations)) {
    if (value === undefined || typeof value === 'string') continue;
    if (property === 'fontWeight' && typeof value === 'number') continue;
    throw new IntegrationError(`Invalid value for ${name}.${property}: it must be a string, such as "16px".`);
  }
}

function check(options: Record<string, unknown>): StripeCardElementOptions {
  checkStyle(options.style);
  for (const name of ['hidePostalCode', 'hideIcon', 'disabled', 'disableLink'])
    checkType(options, name, 'boolean');
  const classes = assertKnownKeys(options.classes, classNames, 'classes');
  for (const name of classNames) checkType(classes, name, 'string');
  checkType(assertKnownKeys(options.value, ['postalCode'], 'value'), 'postalCode', 'string');
  checkOneOf(options, 'iconStyle', ['default', 'solid']);
  if (options.preferredNetwork !== undefined && !Array.isArray(options.preferredNetwork)) {
    throw new IntegrationError('Invalid value for preferredNetwork: it must be an array.');
  }
  return withoutUndefined(options);
}

/**
 * Takes the options of `elements.create('card', options)`.
 *
 * @throws {IntegrationError} For an option, or a value, that the Card Element does not take.
 */
export function parseCardOptions(options: unknown): StripeCardElementOptions {
  return check(assertKnownKeys(options, creatable, 'elements.create("card", options)'));
}

/**
 * Takes the options of `element.update(options)`.
 *
 * @throws {IntegrationError} For an option that cannot change, or a value that the Card Element does not take.
 */
export function parseCardUpdate(options: unknown): StripeCardElementOptions {
  return check(assertKnownKeys(options, updatable, 'element.update(options)'));
}
