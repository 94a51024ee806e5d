import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';

type Options = Readonly<Record<string, unknown>>;

/** Checks that an option, if it is given, is of a type. @throws {IntegrationError} Naming the option. */
export function checkType(
  options: Options,
  key: string,
  type: 'boolean' | 'string' | 'number',
  name = key,
): void {
  const value = options[key];
  if (value === undefined || typeof value === type) return;
  throw new IntegrationError(`Invalid value for ${name}: it must be a ${type}; it is a ${typeof value}.`);
}

/** Checks that an option, if it is given, is one of some words. @throws {IntegrationError} Naming the option. */
export function checkOneOf(options: Options, key: string, words: readonly string[], name = key): void {
  const value = options[key];
  if (value === undefined || (typeof value === 'string' && words.includes(value))) return;
  throw new IntegrationError(
    `Invalid value for ${name}: it must be one of "${words.join('", "')}". You specified: ${JSON.stringify(value)}.`,
  );
}

/** Checks that an option, if it is given, is a list of texts. @throws {IntegrationError} Naming the option. */
export function checkTexts(options: Options, key: string, name = key): void {
  const value = options[key];
  if (value === undefined || isTexts(value)) return;
  throw new IntegrationError(`Invalid value for ${name}: it must be an array of strings.`);
}

/** Checks that an option, if it is given, is an object. @throws {IntegrationError} Naming the option. */
export function checkRecord(options: Options, key: string, name = key): void {
  const value = options[key];
  if (value === undefined || isRecord(value)) return;
  throw new IntegrationError(`Invalid value for ${name}: it must be an object.`);
}

/** Tells whether a value is a list of texts. */
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

/** Leaves out the options that are undefined. */
export function withoutUndefined(options: Options): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
