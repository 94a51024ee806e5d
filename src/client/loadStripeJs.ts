import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { ConfigError } from '../errors/ConfigError.ts';
import { RequestError } from '../errors/RequestError.ts';
import { assertPublishableKey } from './publishableKey.ts';

/** A script that is blocked silently never answers, and neither does its loader. */
const TIMEOUT_MS = 15_000;

const loaded = new Map<string, Promise<Stripe>>();

function toLoadError(cause: unknown, detail?: string): ConfigError | RequestError {
  // Stripe.js was there and refused the key: that is for the developer, not for a second try.
  const isRefusal = cause instanceof Error && cause.name === 'IntegrationError';
  // The loader's own errors are none: what throws one is the browser, over the script's address.
  if (cause instanceof TypeError)
    detail =
      'Trusted Types forbid the address of Stripe.js: put its tag into the HTML, or allow it by a policy.';
  return isRefusal
    ? new ConfigError('wrong_key', { detail: `Stripe.js refused the key: ${cause.message}`, cause })
    : new RequestError('stripe_js_unreachable', { detail, cause });
}

async function load(publishableKey: string): Promise<Stripe> {
  const detail = publishableKey.startsWith('pk_test_')
    ? 'Is hajiq-sandbox running, and its script tag in the <head>?'
    : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestError('stripe_js_timeout', { detail })), TIMEOUT_MS);
  });
  const stripeJs = loadStripe(publishableKey).catch((cause: unknown) => {
    throw toLoadError(cause, detail);
  });
  try {
    const stripe = await Promise.race([stripeJs, timeout]);
    if (stripe === null)
      throw new RequestError('stripe_js_unreachable', { detail: 'There is no browser here.' });
    return stripe;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Loads Stripe.js from js.stripe.com, once for each key; a later call tries again after a failure.
 *
 * A page that has `window.Stripe` already (Stripe's own tag, or the sandbox's stand-in) loads nothing.
 *
 * @throws {ConfigError} `wrong_key` when the key is not a publishable one, or Stripe.js refuses it.
 * @throws {RequestError} `stripe_js_unreachable` or `stripe_js_timeout` (15 s).
 */
export async function loadStripeJs(publishableKey: string): Promise<Stripe> {
  assertPublishableKey(publishableKey);
  const current = loaded.get(publishableKey);
  if (current !== undefined) return current;
  const promise = load(publishableKey).catch((error: unknown) => {
    loaded.delete(publishableKey);
    throw error;
  });
  loaded.set(publishableKey, promise);
  return promise;
}
