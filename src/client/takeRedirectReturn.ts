/** What Stripe adds to the address when a customer comes back from a bank's page. */
const PARAMETERS = ['payment_intent', 'payment_intent_client_secret', 'redirect_status'];

/**
 * Tells whether the customer comes back from a bank's page, and takes what says so out of the address and its history.
 *
 * Nothing in it is believed: anybody can write it. The client secret in it is not used either; the backend is asked.
 */
export function takeRedirectReturn(): boolean {
  const address = new URL(location.href);
  if (!PARAMETERS.every((name) => address.searchParams.has(name))) return false;
  PARAMETERS.forEach((name) => address.searchParams.delete(name));
  history.replaceState(history.state, '', address);
  return true;
}
