import type { StripeElementClasses, StripeElementStyle } from '@stripe/stripe-js';
import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { checkType } from './optionChecks.ts';

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
/** Stripe's list without `textAlign` and `padding`, which not every element takes. */
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

function checkDeclarations(declarations: Record<string, unknown>, name: string): void {
  for (const [property, value] of Object.entries(declarations)) {
    if (value === undefined || typeof value === 'string') continue;
    if (property === 'fontWeight' && typeof value === 'number') continue;
    throw new IntegrationError(`Invalid value for ${name}.${property}: it must be a string, such as "16px".`);
  }
}

/**
 * Checks the `style` of an element that holds a card, or a field of one.
 *
 * @param further What this element takes beside that which all of them take.
 * @throws {IntegrationError} For what Stripe does not let be styled.
 */
export function checkStyle(style: unknown, further: readonly string[] = []): void {
  const known = [...properties, ...further];
  for (const [variant, given] of Object.entries(assertKnownKeys(style, variants, 'style'))) {
    const name = `style.${variant}`;
    for (const [key, value] of Object.entries(assertKnownKeys(given, [...known, ...pseudos], name))) {
      if (isRecord(value)) {
        checkDeclarations(assertKnownKeys(value, known, `${name}.${key}`), `${name}.${key}`);
      } else {
        checkDeclarations({ [key]: value }, name);
      }
    }
  }
}

/** Checks the `classes` of such an element. @throws {IntegrationError} For a state it does not have. */
export function checkClasses(classes: unknown): void {
  const given = assertKnownKeys(classes, classNames, 'classes');
  for (const name of classNames) checkType(given, name, 'string');
}
