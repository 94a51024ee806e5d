import { parseClientSecret } from '../wire/clientSecret.ts';
import { type FormRecord, parseFormRecord } from '../wire/encodeForm.ts';
import { IntegrationError, notInSandbox } from '../wire/IntegrationError.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { type ElementsIntent, isDeferred } from './elements/elementsIntent.ts';
import { ElementsGroup } from './elements/ElementsGroup.ts';
import { checkOneOf } from './elements/optionChecks.ts';

/** The options of `confirmPayment`, sorted. */
export interface PaymentConfirmation {
  readonly elements: ElementsGroup;
  readonly clientSecret: string;
  /** Where the customer goes once the payment is accepted; undefined when they stay on the page. */
  readonly redirectUrl: string | undefined;
  readonly billingDetails: FormRecord;
  /** Parameters that are sent to the API as they are. */
  readonly parameters: FormRecord;
}

const METHOD = 'stripe.confirmPayment()';
const PARAMS = 'confirmPayment({ confirmParams })';

function findClientSecret(intent: ElementsIntent | undefined, given: unknown): string {
  const own = intent === undefined || isDeferred(intent) ? undefined : intent.clientSecret;
  if (given === undefined) {
    if (own !== undefined) return own;
    throw new IntegrationError(`You must pass in a clientSecret when calling ${METHOD}.`);
  }
  const { clientSecret } = parseClientSecret(given, METHOD);
  if (own === undefined || own === clientSecret) return clientSecret;
  throw new IntegrationError(
    `Invalid value for ${METHOD}: the clientSecret is not the one that elements was created with.`,
  );
}

function parseElements(elements: unknown): ElementsGroup {
  if (elements === undefined) {
    throw notInSandbox(
      'Confirming with a payment method that is attached already',
      'Pass the `elements` that a Payment Element is mounted in.',
    );
  }
  if (elements instanceof ElementsGroup) return elements;
  throw new IntegrationError(
    `Invalid value for ${METHOD}: elements must be what stripe.elements() returned.`,
  );
}

/**
 * Takes the options of a confirmation.
 *
 * @throws {IntegrationError} For what Stripe refuses, and for a parameter it would have to ignore.
 */
export function parsePaymentConfirmation(options: unknown): PaymentConfirmation {
  const known = ['elements', 'clientSecret', 'confirmParams', 'redirect'];
  const given = assertKnownKeys(options, known, 'confirmPayment(options)');
  checkOneOf(given, 'redirect', ['always', 'if_required'], 'redirect');
  const elements = parseElements(given.elements);
  const { payment_method_data: methodData, ...parameters } = assertKnownKeys(
    given.confirmParams,
    ['return_url', 'payment_method_data', 'receipt_email', 'shipping'],
    PARAMS,
  );
  const { billing_details: billingDetails } = assertKnownKeys(
    methodData,
    ['billing_details'],
    `${PARAMS}.payment_method_data`,
  );
  const { return_url: returnUrl } = parameters;
  const leavesPage = given.redirect !== 'if_required';
  if (leavesPage && (typeof returnUrl !== 'string' || returnUrl === '')) {
    throw new IntegrationError(
      `${METHOD}: the \`confirmParams.return_url\` argument is required, unless \`redirect\` is "if_required".`,
    );
  }
  return {
    elements,
    clientSecret: findClientSecret(elements.intent, given.clientSecret),
    redirectUrl: leavesPage ? String(returnUrl) : undefined,
    billingDetails: parseFormRecord(billingDetails ?? {}, 'payment_method_data.billing_details'),
    parameters: parseFormRecord(parameters, PARAMS),
  };
}
