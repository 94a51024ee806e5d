import { parseClientSecret } from '../../wire/clientSecret.ts';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import { checkOneOf, checkTexts, isTexts } from './optionChecks.ts';

/** A payment whose intent is made only when the customer pays. */
export interface DeferredIntent {
  readonly mode: 'payment';
  /** An integer in minor units. */
  readonly amount: number;
  readonly currency: string;
}

/** What the Payment Element of a group is to pay. */
export type ElementsIntent = { readonly clientSecret: string } | DeferredIntent;

/** The options that can change while the intent is not made yet. */
export const deferredOptions = [
  'mode',
  'amount',
  'currency',
  'captureMethod',
  'capture_method',
  'allowedPaymentMethodTypes',
  'excludedPaymentMethodTypes',
  'paymentMethodTypes',
];

/** Tells whether a group is to pay an intent that is not made yet. */
export function isDeferred(intent: ElementsIntent | undefined): intent is DeferredIntent {
  return intent !== undefined && 'mode' in intent;
}

function checkPaymentMethods(options: Readonly<Record<string, unknown>>): void {
  if (options.paymentMethodTypes !== undefined) {
    throw new IntegrationError(
      'Invalid value for elements(): `paymentMethodTypes` is no longer supported. Use `allowedPaymentMethodTypes` or `excludedPaymentMethodTypes` instead.',
    );
  }
  const { allowedPaymentMethodTypes: allowed, excludedPaymentMethodTypes: excluded } = options;
  checkTexts(options, 'allowedPaymentMethodTypes');
  checkTexts(options, 'excludedPaymentMethodTypes');
  if ((isTexts(allowed) && !allowed.includes('card')) || (isTexts(excluded) && excluded.includes('card'))) {
    throw notInSandbox('Paying without a card', 'Its only payment method is "card".');
  }
}

function parseDeferredIntent(options: Readonly<Record<string, unknown>>): DeferredIntent {
  const { amount, currency } = options;
  checkOneOf(options, 'mode', ['payment', 'setup', 'subscription']);
  if (options.mode !== 'payment') {
    throw notInSandbox(`\`mode: ${JSON.stringify(options.mode)}\``, 'HajiQ Pay takes single payments only.');
  }
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0) {
    throw new IntegrationError(
      'Invalid value for elements(): amount must be a positive integer, in the minor units of the currency.',
    );
  }
  if (typeof currency !== 'string' || !/^[a-z]{3}$/.test(currency)) {
    throw new IntegrationError(
      'Invalid value for elements(): currency must be a three-letter ISO code in lower case, such as "usd".',
    );
  }
  for (const name of ['captureMethod', 'capture_method']) {
    checkOneOf(options, name, ['automatic', 'automatic_async', 'manual']);
    if (options[name] === 'manual') {
      throw notInSandbox(`\`${name}: "manual"\``, 'HajiQ Pay charges at once.');
    }
  }
  checkPaymentMethods(options);
  return { mode: 'payment', amount, currency };
}

/**
 * Takes what a group is to pay out of its options; undefined when they do not say, as for a Card Element.
 *
 * @throws {IntegrationError} When they say it in two ways, or wrongly.
 */
export function parseElementsIntent(options: Readonly<Record<string, unknown>>): ElementsIntent | undefined {
  const { clientSecret, mode } = options;
  if (clientSecret === undefined) {
    const isNamed = deferredOptions.some((name) => options[name] !== undefined);
    return isNamed ? parseDeferredIntent(options) : undefined;
  }
  if (mode !== undefined) {
    throw new IntegrationError(
      'Invalid value for elements(): `clientSecret` and `mode` exclude each other. Pass the secret of an intent that is there, or the mode of one that is not yet.',
    );
  }
  const needless = deferredOptions.find((name) => options[name] !== undefined);
  if (needless !== undefined) {
    throw new IntegrationError(
      `Invalid value for elements(): \`${needless}\` goes with \`mode\` only; the intent of the \`clientSecret\` has its own.`,
    );
  }
  return { clientSecret: parseClientSecret(clientSecret, 'elements()').clientSecret };
}
