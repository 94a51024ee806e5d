import { isRecord } from '../../../protocol/isRecord.ts';
import { IntegrationError } from './IntegrationError.ts';

/** What can be sent in a form: nested records become `a[b][c]=`, an undefined member is left out. */
export interface FormRecord {
  readonly [name: string]: string | number | boolean | null | undefined | FormRecord;
}

function entriesOf(record: FormRecord, prefix: string): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] => {
    const key = prefix === '' ? name : `${prefix}[${name}]`;
    if (value === undefined) return [];
    if (typeof value === 'object' && value !== null) return entriesOf(value, key);
    return [[key, value === null ? '' : String(value)]];
  });
}

/** Encodes a record in the bracketed form Stripe's API takes. */
export function encodeForm(record: FormRecord): URLSearchParams {
  return new URLSearchParams(entriesOf(record, ''));
}

/**
 * Takes an unknown value as a record that can be sent.
 *
 * @throws {IntegrationError} When a member is neither text, a number, a boolean, null nor such a record.
 */
export function parseFormRecord(value: unknown, name: string): FormRecord {
  if (!isRecord(value)) throw new IntegrationError(`Invalid value for ${name}: it must be an object.`);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (member === undefined || member === null) return [key, member];
      if (typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean')
        return [key, member];
      return [key, parseFormRecord(member, `${name}.${key}`)];
    }),
  );
}
