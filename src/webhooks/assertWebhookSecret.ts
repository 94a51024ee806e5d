import { ConfigError } from '../errors/ConfigError.ts';

/**
 * Refuses a webhook secret that would let anyone sign.
 *
 * @throws {ConfigError} When it is empty, has white space, or is visibly another credential.
 */
export function assertWebhookSecret(secret: unknown): asserts secret is string {
  if (typeof secret !== 'string' || secret.length < 8 || /\s/.test(secret)) {
    throw new ConfigError('invalid_option', {
      detail:
        'The webhook secret is missing, shorter than 8 characters, or has white space in it: with it anyone could sign an event.',
    });
  }
  if (/^(hqp|pk|sk|rk)_/.test(secret)) {
    throw new ConfigError('wrong_key', { detail: 'The webhook secret is another kind of key.' });
  }
}
