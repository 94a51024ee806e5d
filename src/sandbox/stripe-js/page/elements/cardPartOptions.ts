import type { StripeCardCvcElementOptions, StripeCardNumberElementOptions } from '@stripe/stripe-js';
import type { CardPart } from '../../card/cardParts.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { checkOneOf, checkTexts, checkType, withoutUndefined } from './optionChecks.ts';
import { checkClasses, checkStyle } from './styleOption.ts';

const shared = [
  'classes',
  'style',
  'placeholder',
  'disabled',
] satisfies (keyof StripeCardCvcElementOptions)[];
const updatable: Readonly<Record<CardPart, readonly string[]>> = {
  cardNumber: [...shared, 'showIcon', 'iconStyle'],
  cardExpiry: shared,
  cardCvc: shared,
};
const creatable: Readonly<Record<CardPart, readonly string[]>> = {
  ...updatable,
  cardNumber: [...updatable.cardNumber, 'disableLink', 'preferredNetwork'],
};

function check(options: Record<string, unknown>): StripeCardNumberElementOptions {
  checkStyle(options.style, ['textAlign']);
  checkClasses(options.classes);
  checkType(options, 'placeholder', 'string');
  for (const name of ['disabled', 'showIcon', 'disableLink']) checkType(options, name, 'boolean');
  checkOneOf(options, 'iconStyle', ['default', 'solid']);
  checkTexts(options, 'preferredNetwork');
  return withoutUndefined(options);
}

/**
 * Takes the options of an element that holds a single field of a card.
 *
 * @throws {IntegrationError} For an option, or a value, that it does not take.
 */
export function parsePartOptions(part: CardPart, options: unknown): StripeCardNumberElementOptions {
  return check(assertKnownKeys(options, creatable[part], `elements.create("${part}", options)`));
}

/**
 * Takes the options of `element.update(options)`.
 *
 * @throws {IntegrationError} For an option that cannot change, or a value that the element does not take.
 */
export function parsePartUpdate(part: CardPart, options: unknown): StripeCardNumberElementOptions {
  return check(assertKnownKeys(options, updatable[part], 'element.update(options)'));
}
