import { refuse } from './StripeApiError.ts';

/** Lets the account's publishable key in, and no other. @throws {StripeApiError} */
export function authenticate(headers: Headers, publishableKey: string): void {
  const key = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (key === undefined) refuse(401, 'You did not provide an API key.');
  if (!key.startsWith('pk_test_')) {
    refuse(
      401,
      'The HajiQ sandbox takes publishable test keys (pk_test_…) only: no live key, no secret key.',
    );
  }
  if (key !== publishableKey) {
    refuse(
      400,
      'The client_secret provided does not match any associated PaymentIntent on this account. Ensure the publishable key used belongs to the same account that created the PaymentIntent.',
    );
  }
}
