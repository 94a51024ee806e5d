import { describe, expect, it } from 'vitest';
import { formatField, placeCaret } from './formatField.ts';

const typed = (text: string, number = '') => ({ text, isDeletion: false, number });

describe('formatField', () => {
  it('keeps three digits of a Visa security code', () =>
    expect(formatField('cvc', typed('12345', '4242'))).toBe('123'));

  it('keeps four digits of an American Express security code', () =>
    expect(formatField('cvc', typed('12345', '3782'))).toBe('1234'));

  it('keeps five digits of a postal code', () =>
    expect(formatField('postal', typed('94107-1234'))).toBe('94107'));
});

describe('placeCaret', () => {
  it('keeps a caret at the end at the end', () =>
    expect(placeCaret({ text: '42424', caret: 5 }, '4242 4')).toBe(6));

  it('keeps a caret in the middle after the same digits', () =>
    expect(placeCaret({ text: '4942 424', caret: 2 }, '4942 424')).toBe(2));

  it('counts digits, not the spaces that moved', () =>
    expect(placeCaret({ text: '4242 14242', caret: 6 }, '4242 1424 2')).toBe(6));
});
