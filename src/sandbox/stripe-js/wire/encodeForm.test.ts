import { describe, expect, it } from 'vitest';
import { encodeForm, parseFormRecord } from './encodeForm.ts';

describe('encodeForm', () => {
  it('writes nested members in brackets', () =>
    expect(decodeURIComponent(encodeForm({ a: { b: { c: 'x' } } }).toString())).toBe('a[b][c]=x'));

  it('leaves undefined out and sends null as nothing', () =>
    expect(encodeForm({ a: undefined, b: null, c: '' }).toString()).toBe('b=&c='));

  it('escapes what would break the form', () =>
    expect(encodeForm({ name: 'A & B = ü' }).toString()).toBe('name=A+%26+B+%3D+%C3%BC'));

  it('sends false and zero', () => expect(encodeForm({ a: false, b: 0 }).toString()).toBe('a=false&b=0'));
});

describe('parseFormRecord', () => {
  it('takes nested records as they are', () =>
    expect(parseFormRecord({ address: { city: 'Makkah' } }, 'billing_details')).toEqual({
      address: { city: 'Makkah' },
    }));

  it('refuses a function and names where it stands', () =>
    expect(() => parseFormRecord({ address: { city: () => '' } }, 'billing_details')).toThrow(
      'billing_details.address.city',
    ));
});
