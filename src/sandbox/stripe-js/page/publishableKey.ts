import { IntegrationError } from '../wire/IntegrationError.ts';

/**
 * Takes a publishable test key, and no other. The message never holds the key.
 *
 * @throws {IntegrationError} For secret keys as Stripe.js does, and for live keys, which have no place in a sandbox.
 */
export function parsePublishableKey(key: unknown): string {
  if (typeof key !== 'string') {
    throw new IntegrationError(
      `Please call Stripe() with your publishable key. It must be a string; you used a value of type ${typeof key}.`,
    );
  }
  if (key === '') {
    throw new IntegrationError('Please call Stripe() with your publishable key. You used an empty string.');
  }
  if (/^[sr]k_/.test(key)) {
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead, and replace the secret key: this page has shown it.',
    );
  }
  if (key.startsWith('pk_live_')) {
    throw new IntegrationError(
      'The HajiQ sandbox never takes live keys: no money can move here. Use a pk_test_ key with the sandbox, or load Stripe.js from https://js.stripe.com for live payments.',
    );
  }
  if (!/^pk_test_\w+$/.test(key)) {
    throw new IntegrationError(
      'Please call Stripe() with your publishable key. The HajiQ sandbox takes keys that begin with pk_test_.',
    );
  }
  return key;
}
