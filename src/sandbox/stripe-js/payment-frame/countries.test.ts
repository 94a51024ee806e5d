import { describe, expect, it } from 'vitest';
import { listCountries, needsPostalCode } from './countries.ts';

describe('listCountries', () => {
  it('orders them as the language does', () => {
    const names = listCountries('en').map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Afghanistan', 'Åland Islands']);
    expect(names.at(-1)).toBe('Zimbabwe');
  });

  it('names them in the language', () =>
    expect(listCountries('ar')).toContainEqual({ code: 'SA', name: 'المملكة العربية السعودية' }));

  it('has each one once', () => {
    const codes = listCountries('en').map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['US', 'GB', 'PK', 'MY', 'ID', 'TR', 'EG', 'NG']));
  });
});

describe('needsPostalCode', () => {
  it.each([
    ['US', true],
    ['GB', false],
    ['CA', false],
    ['PR', false],
    ['SA', false],
  ])('of a card from %s: %j', (country, needs) => expect(needsPostalCode(country)).toBe(needs));
});
