import { describe, expect, it } from 'vitest';
import { parseLocale, resolveLocale } from './locales.ts';

describe('parseLocale', () => {
  it.each(['auto', 'en', 'ar', 'pt-BR'] as const)('takes %s', (locale) =>
    expect(parseLocale(locale)).toBe(locale),
  );

  it.each(['ur', 'fa', 'ar-SA', '', 'toString', undefined, 7])('refuses %j', (locale) =>
    expect(() => parseLocale(locale)).toThrow('does not list it'),
  );
});

describe('resolveLocale', () => {
  it('reads auto as Arabic in an Arabic browser', () => expect(resolveLocale('auto', 'ar-SA')).toBe('ar'));
  it('reads auto as English in every other browser', () => expect(resolveLocale('auto', 'ur-PK')).toBe('en'));
  it('keeps a locale that was named', () => expect(resolveLocale('fr', 'ar')).toBe('fr'));
});
