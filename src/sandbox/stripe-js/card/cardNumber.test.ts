import { describe, expect, it } from 'vitest';
import { formatCardNumber } from './cardNumber.ts';

describe('formatCardNumber', () => {
  it.each([
    ['4242', '4242'],
    ['42424', '4242 4'],
    ['4242424242424242', '4242 4242 4242 4242'],
    ['4242-4242-4242-4242', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['36227206271667', '3622 720627 1667'],
    ['6205500000000000004', '6205 5000 0000 0000 004'],
    ['', ''],
  ])('writes %j as %j', (typed, written) => expect(formatCardNumber(typed)).toBe(written));

  it('drops digits past the length of the brand', () => {
    expect(formatCardNumber('42424242424242429')).toBe('4242 4242 4242 4242');
    expect(formatCardNumber('3782822463100059')).toBe('3782 822463 10005');
  });

  it('drops everything that is not a digit', () => expect(formatCardNumber('4a2b')).toBe('42'));
});
