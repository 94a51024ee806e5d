import { notInSandbox } from '../wire/IntegrationError.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { confirmCardPayment } from './confirmCardPayment.ts';
import { confirmPayment } from './confirmPayment.ts';
import { ElementsGroup } from './elements/ElementsGroup.ts';
import { handleNextAction } from './handleNextAction.ts';
import { parseLocale } from './locales.ts';
import { parsePublishableKey } from './publishableKey.ts';
import { type BuiltMethod, refusedMethods } from './refusedMethods.ts';
import { retrievePaymentIntent } from './retrievePaymentIntent.ts';
import type { StandIn } from './StandIn.ts';

/**
 * Makes what `Stripe(key, options)` returns: everything Stripe's own object has, working or refusing.
 *
 * @throws {IntegrationError} When the key or an option is not for a sandbox.
 */
export function createStripe(base: string, key: unknown, options: unknown): object {
  const publishableKey = parsePublishableKey(key);
  const { locale, betas } = assertKnownKeys(
    options,
    ['locale', 'betas', 'developerTools'],
    'Stripe(key, options)',
  );
  if (betas !== undefined && !(Array.isArray(betas) && betas.length === 0)) {
    throw notInSandbox('A beta of Stripe.js', 'Leave `betas` out.');
  }
  const standIn: StandIn = { base, publishableKey, locale: parseLocale(locale ?? 'auto') };
  const built = {
    elements: (elementsOptions?: unknown) => new ElementsGroup(standIn, elementsOptions),
    confirmCardPayment: (clientSecret: unknown, data?: unknown, confirmOptions?: unknown) =>
      confirmCardPayment(standIn, clientSecret, data, confirmOptions),
    confirmPayment: (confirmOptions: unknown) => confirmPayment(standIn, confirmOptions),
    handleNextAction: (actionOptions: unknown) => handleNextAction(standIn, actionOptions),
    retrievePaymentIntent: (clientSecret: unknown) => retrievePaymentIntent(standIn, clientSecret),
    registerAppInfo: () => undefined,
  } satisfies Record<BuiltMethod, unknown>;
  return { ...refusedMethods, ...built, _registerWrapper: () => undefined };
}
