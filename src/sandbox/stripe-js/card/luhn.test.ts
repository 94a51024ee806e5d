import { describe, expect, it } from 'vitest';
import { passesLuhn } from './luhn.ts';

describe('passesLuhn', () => {
  it.each(['4242424242424242', '378282246310005', '36227206271667', '6205500000000000004'])(
    'accepts the test card %s',
    (digits) => expect(passesLuhn(digits)).toBe(true),
  );

  it.each(['4242424242424241', '4242424242424224', '1', ''])('refuses %j', (digits) =>
    expect(passesLuhn(digits)).toBe(false),
  );
});
