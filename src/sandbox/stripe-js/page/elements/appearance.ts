import type { Appearance } from '@stripe/stripe-js';
import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { appearanceVariables } from './appearanceVariables.ts';
import { checkOneOf, checkType, withoutUndefined } from './optionChecks.ts';

const members = [
  'theme',
  'variables',
  'rules',
  'labels',
  'inputs',
  'disableAnimations',
] satisfies (keyof Appearance)[];

/** Public classes with their states and pseudos, one or several; no tags, no ids, nothing inside something else. */
const compound = String.raw`(?:\.[A-Z][A-Za-z]*(?:--[a-z][A-Za-z]*)*)+(?:::?[a-z-]+)*`;
const selectorShape = new RegExp(String.raw`^${compound}(?:\s*,\s*${compound})*$`);

/** What Stripe lets a rule change: colours, type and the box of a part, and never its layout. */
const propertyShapes = [
  /^(?:border|margin|outline|padding)[A-Za-z]*$/,
  /^(?:backgroundColor|boxShadow|color|fill|fillOpacity|opacity|transition|WebkitTextFillColor)$/,
  /^(?:font[A-Z][A-Za-z]*|letterSpacing|lineHeight|text(?:Align|Decoration|Shadow|Transform))$/,
  /^(?:WebkitFontSmoothing|MozOsxFontSmoothing)$/,
];

function checkRules(rules: unknown): void {
  if (rules === undefined) return;
  if (!isRecord(rules))
    throw new IntegrationError('Invalid value for appearance.rules: it must be an object.');
  for (const [selector, properties] of Object.entries(rules)) {
    const name = `appearance.rules["${selector}"]`;
    if (!selectorShape.test(selector)) {
      throw notInSandbox(
        `\`${name}\``,
        'Stripe takes its public classes only, such as ".Input", ".Input--invalid" or ".Input:focus".',
      );
    }
    if (!isRecord(properties)) {
      throw new IntegrationError(`Invalid value for ${name}: it must be an object.`);
    }
    for (const property of Object.keys(properties)) {
      if (!propertyShapes.some((shape) => shape.test(property))) {
        throw notInSandbox(
          `\`${name}.${property}\``,
          'Stripe lets colours, type and the box of a part be changed, and never its layout.',
        );
      }
      checkType(properties, property, 'string', `${name}.${property}`);
    }
  }
}

function checkVariables(variables: unknown): void {
  const known = assertKnownKeys(variables, appearanceVariables, 'appearance.variables');
  for (const name of Object.keys(known)) checkType(known, name, 'string', `appearance.variables.${name}`);
}

/**
 * Takes the `appearance` of an elements group.
 *
 * @throws {IntegrationError} For what Stripe would pass over with a warning, and for the forms that are not drawn here.
 */
export function parseAppearance(appearance: unknown): Appearance {
  const given = assertKnownKeys(appearance, members, 'appearance');
  checkOneOf(given, 'theme', ['stripe', 'night', 'flat'], 'appearance.theme');
  checkType(given, 'disableAnimations', 'boolean', 'appearance.disableAnimations');
  checkVariables(given.variables);
  checkRules(given.rules);
  if (given.labels !== undefined && given.labels !== 'above' && given.labels !== 'auto') {
    throw notInSandbox('`appearance.labels: "floating"`', 'Its labels stand above the fields.');
  }
  if (given.inputs !== undefined && given.inputs !== 'spaced') {
    throw notInSandbox('`appearance.inputs: "condensed"`', 'Its fields stand apart.');
  }
  return withoutUndefined(given);
}
