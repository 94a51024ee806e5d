/** The error Stripe.js throws when a page uses it wrongly, and this stand-in throws for what it cannot do. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

/** Makes the error for a part of Stripe.js that is not built here: `what` is named, and `remedy` says what to do. */
export function notInSandbox(what: string, remedy: string): IntegrationError {
  return new IntegrationError(`${what} is not part of the HajiQ sandbox stand-in for Stripe.js. ${remedy}`);
}
