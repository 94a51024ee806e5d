import { describe, expect, it } from 'vitest';
import { parsePublishableKey } from './publishableKey.ts';

describe('parsePublishableKey', () => {
  it('takes a publishable test key', () =>
    expect(parsePublishableKey('pk_test_sandbox')).toBe('pk_test_sandbox'));

  it.each([
    ['a secret key', 'sk_test_hidden', 'secret key'],
    ['a restricted key', 'rk_live_hidden', 'secret key'],
    ['a live key', 'pk_live_hidden', 'never takes live keys'],
    ['another text', 'hidden', 'pk_test_'],
    ['a key with spaces in it', 'pk_test_hidden hidden', 'pk_test_'],
    ['an empty string', '', 'empty string'],
    ['undefined', undefined, 'type undefined'],
  ])('refuses %s and does not repeat it', (_, key, message) => {
    expect(() => parsePublishableKey(key)).toThrow(message);
    expect(() => parsePublishableKey(key)).not.toThrow('hidden');
    expect(() => parsePublishableKey(key)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
  });
});
