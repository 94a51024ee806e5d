import { ConfigError } from '../errors/ConfigError.ts';

/**
 * Refuses everything that is not a Stripe publishable key, before it is used or printed.
 *
 * @throws {ConfigError} `wrong_key`; the key itself is not in the message.
 */
export function assertPublishableKey(key: unknown): asserts key is string {
  if (typeof key === 'string' && /^pk_(test|live)_\w+$/.test(key)) return;
  const isSecret = typeof key === 'string' && /^(sk|rk|hqp|whsec)_/.test(key);
  throw new ConfigError('wrong_key', {
    detail: isSecret
      ? 'A secret key was given as publishableKey. It has reached the browser: revoke it now.'
      : 'publishableKey is missing or is not a Stripe publishable key.',
  });
}
