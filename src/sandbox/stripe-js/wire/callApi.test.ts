import { describe, expect, it } from 'vitest';
import { toApiBase } from './callApi.ts';

describe('toApiBase', () => {
  it('is where the stand-in is served', () => {
    expect(toApiBase('http://localhost:4311')).toBe('http://localhost:4311');
    expect(toApiBase('http://localhost:6006/sandbox')).toBe('http://localhost:6006/sandbox');
  });

  it('is where Stripe’s is when it stands in the place of Stripe.js', () => {
    expect(toApiBase('https://js.stripe.com')).toBe('https://api.stripe.com');
  });
});
