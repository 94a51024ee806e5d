import type { StripeCardElementOptions } from '@stripe/stripe-js';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { checkOneOf, checkType, withoutUndefined } from './optionChecks.ts';
import { checkClasses, checkStyle } from './styleOption.ts';

const updatable = ['classes', 'style', 'value', 'hidePostalCode', 'iconStyle', 'hideIcon', 'disabled'];
const creatable = [...updatable, 'disableLink', 'preferredNetwork'];

function check(options: Record<string, unknown>): StripeCardElementOptions {
  checkStyle(options.style);
  for (const name of ['hidePostalCode', 'hideIcon', 'disabled', 'disableLink'])
    checkType(options, name, 'boolean');
  checkClasses(options.classes);
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
