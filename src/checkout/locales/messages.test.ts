import { describe, expect, it } from 'vitest';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import type { Messages } from './messages.ts';
import { tr } from './tr.ts';
import { ur } from './ur.ts';

const translations = Object.entries({ ar, de, es, fr, id, tr, ur });

/** Lists every string under its path, such as `status.unknown.text`. */
function toStrings(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[`${path}${key}`, word]] : toStrings(word, `${path}${key}.`),
  );
}

/** What all languages have in common: the words for Stripe's fields are told by some of them alone. */
const toCommonStrings = (messages: Messages) =>
  toStrings(messages).filter(([path]) => !path.startsWith('cardError.'));

/** Lists the places to fill in, such as `{amount}`, of each string. */
const toPlaces = (messages: Messages) =>
  toCommonStrings(messages).map(([path, text]) => [path, text.match(/\{.*?\}/g) ?? []]);

describe.each(translations)('the messages in %s', (_language, messages) => {
  it('say what the English ones say, and nothing else', () => {
    expect(toCommonStrings(messages).map(([path]) => path)).toEqual(
      toCommonStrings(en).map(([path]) => path),
    );
  });

  it('have the same places to fill in', () => {
    expect(toPlaces(messages)).toEqual(toPlaces(en));
  });

  it('are empty where the English ones are, and nowhere else', () => {
    const isEmpty = ([, text]: [string, string]) => text.trim() === '';
    expect(toCommonStrings(messages).filter(isEmpty)).toEqual(toCommonStrings(en).filter(isEmpty));
  });

  it('are written without stray spaces', () => {
    const stray = toStrings(messages).filter(([, text]) => text !== text.trim() || text.includes('  '));
    expect(stray).toEqual([]);
  });
});

describe('the messages in a script of their own', () => {
  it.each([
    ['ar', ar],
    ['ur', ur],
  ] as const)(
    'have no Latin letters in %s but the names of brands',
    (_language, { direction, ...messages }) => {
      expect(direction).toBe('rtl');
      const latin = toStrings(messages)
        .map(([, text]) => text.replaceAll('{amount}', '').replaceAll('Stripe', ''))
        .filter((text) => /\p{Script=Latin}/u.test(text));
      expect(latin).toEqual([]);
    },
  );

  it('is Urdu’s and not Arabic’s in Urdu', () => {
    // Urdu writes these letters with code points of its own; the Arabic ones look the same in some fonts.
    const arabicLetters = toStrings(ur).filter(([, text]) => /[كيىةه]/.test(text));
    expect(arabicLetters).toEqual([]);
  });
});

describe('the words for Stripe’s fields', () => {
  it('are there where Stripe’s fields do not speak the language, for all that can be wrong in them', () => {
    expect(Object.keys(ur.cardError ?? {})).toEqual([
      'incomplete_number',
      'invalid_number',
      'incomplete_expiry',
      'invalid_expiry_month_past',
      'invalid_expiry_year_past',
      'invalid_expiry_year',
      'incomplete_cvc',
      'incomplete_zip',
    ]);
  });
});
