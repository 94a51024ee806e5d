import { describe, expect, it } from 'vitest';
import { formatExpiry, formatExpiryAfterDeletion, parseExpiry } from './expiry.ts';

describe('formatExpiry', () => {
  it.each([
    ['', ''],
    ['0', '0'],
    ['00', '0'],
    ['1', '1'],
    ['5', '05 / '],
    ['12', '12 / '],
    ['13', '01 / 3'],
    ['1/', '01 / '],
    ['123', '12 / 3'],
    ['1230', '12 / 30'],
    ['12/30', '12 / 30'],
    ['12 / 30', '12 / 30'],
    ['12 / 2030', '12 / 30'],
    ['122030', '12 / 30'],
    ['12 / 301', '12 / 30'],
    ['abc', ''],
  ])('writes %j as %j', (typed, written) => expect(formatExpiry(typed)).toBe(written));
});

describe('formatExpiryAfterDeletion', () => {
  it.each([
    ['12 / 3', '12 / 3'],
    ['12 / ', '12 / '],
    ['12 /', '1'],
    ['1', '1'],
    ['0', '0'],
    ['', ''],
  ])('writes what is left, %j, as %j', (left, written) =>
    expect(formatExpiryAfterDeletion(left)).toBe(written),
  );
});

describe('parseExpiry', () => {
  it('reads a whole expiry', () => expect(parseExpiry('02 / 30')).toEqual({ month: 2, year: 2030 }));
  it('has no answer for a partial one', () => expect(parseExpiry('02 / 3')).toBeUndefined());
});
