import { IntegrationError } from './IntegrationError.ts';

const shape = /^(pi_[A-Za-z0-9]+)_secret_[A-Za-z0-9]+$/;

/**
 * Takes the payment intent's id out of its client secret. The message never repeats what was given.
 *
 * @throws {IntegrationError} When it has not the shape of one, as Stripe.js does.
 */
export function parseClientSecret(
  secret: unknown,
  method: string,
): { paymentIntentId: string; clientSecret: string } {
  const paymentIntentId = typeof secret === 'string' ? shape.exec(secret)?.[1] : undefined;
  if (typeof secret !== 'string' || paymentIntentId === undefined) {
    const given =
      typeof secret === 'string' ? 'a string of another form' : `a value of type ${typeof secret}`;
    throw new IntegrationError(
      `Invalid value for ${method} intent secret: value should be a client secret of the form \${id}_secret_\${secret}. You specified: ${given}.`,
    );
  }
  return { paymentIntentId, clientSecret: secret };
}
