import type { StripePaymentElementOptions } from '@stripe/stripe-js';
import { IntegrationError, notInSandbox } from '../../wire/IntegrationError.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { parseBillingFields } from './billingFields.ts';
import { checkOneOf, checkRecord, checkTexts, checkType, withoutUndefined } from './optionChecks.ts';

const updatable = [
  'applePay',
  'business',
  'defaultValues',
  'fields',
  'layout',
  'paymentMethodOrder',
  'readOnly',
  'terms',
  'walletOptions',
] satisfies (keyof StripePaymentElementOptions)[];
const creatable = [...updatable, 'wallets'];
const layouts = ['tabs', 'accordion', 'auto'];
const updatableLayout = ['type', 'radios', 'spacedAccordionItems', 'visibleAccordionItemsCount'];
const creatableLayout = [...updatableLayout, 'defaultCollapsed', 'paymentMethodLogoPosition'];
const methodsWithTerms = [
  'applePay',
  'auBecsDebit',
  'bancontact',
  'card',
  'cashapp',
  'googlePay',
  'ideal',
  'klarna',
  'paypal',
  'sepaDebit',
  'sofort',
  'usBankAccount',
];

/** With one payment method there is nothing to lay out, but a wrong layout would fail at Stripe. */
function checkLayout(layout: unknown, known: readonly string[]): void {
  if (layout === undefined) return;
  if (typeof layout === 'string') {
    checkOneOf({ layout }, 'layout', layouts);
    return;
  }
  const given = assertKnownKeys(layout, known, 'layout');
  if (given.type === undefined) {
    throw new IntegrationError('Invalid value for layout: it must have a `type`.');
  }
  checkOneOf(given, 'type', layouts, 'layout.type');
  checkOneOf(given, 'radios', ['auto', 'never', 'always', 'if_multiple'], 'layout.radios');
  checkOneOf(given, 'paymentMethodLogoPosition', ['start', 'end'], 'layout.paymentMethodLogoPosition');
  for (const name of ['defaultCollapsed', 'spacedAccordionItems'])
    checkType(given, name, 'boolean', `layout.${name}`);
  checkType(given, 'visibleAccordionItemsCount', 'number', 'layout.visibleAccordionItemsCount');
}

function checkDefaultValues(defaultValues: unknown): void {
  const values = assertKnownKeys(defaultValues, ['billingDetails'], 'defaultValues');
  const details = assertKnownKeys(
    values.billingDetails,
    ['name', 'email', 'phone', 'address'],
    'defaultValues.billingDetails',
  );
  for (const name of ['name', 'email', 'phone'])
    checkType(details, name, 'string', `defaultValues.billingDetails.${name}`);
  const name = 'defaultValues.billingDetails.address';
  const parts = ['country', 'postal_code', 'state', 'city', 'line1', 'line2'];
  const address = assertKnownKeys(details.address, parts, name);
  for (const part of parts) checkType(address, part, 'string', `${name}.${part}`);
}

function check(
  options: Record<string, unknown>,
  layoutMembers: readonly string[],
): StripePaymentElementOptions {
  checkLayout(options.layout, layoutMembers);
  checkDefaultValues(options.defaultValues);
  parseBillingFields(options.fields);
  checkType(options, 'readOnly', 'boolean');
  checkTexts(options, 'paymentMethodOrder');
  checkRecord(options, 'applePay');
  const business = assertKnownKeys(options.business, ['name'], 'business');
  checkType(business, 'name', 'string', 'business.name');
  const wallets = assertKnownKeys(options.wallets, ['applePay', 'googlePay', 'link'], 'wallets');
  for (const wallet of Object.keys(wallets))
    checkOneOf(wallets, wallet, ['auto', 'never'], `wallets.${wallet}`);
  const walletOptions = assertKnownKeys(
    options.walletOptions,
    ['emailRequired', 'phoneNumberRequired'],
    'walletOptions',
  );
  for (const name of Object.keys(walletOptions))
    checkType(walletOptions, name, 'boolean', `walletOptions.${name}`);
  const terms = assertKnownKeys(options.terms, methodsWithTerms, 'terms');
  for (const method of Object.keys(terms))
    checkOneOf(terms, method, ['auto', 'always', 'never'], `terms.${method}`);
  if (terms.card === 'always') {
    throw notInSandbox('`terms.card: "always"`', 'HajiQ Pay stores no cards, of which the terms would tell.');
  }
  return withoutUndefined(options);
}

/**
 * Takes the options of `elements.create('payment', options)`.
 *
 * @throws {IntegrationError} For an option, or a value, that the Payment Element does not take.
 */
export function parsePaymentOptions(options: unknown): StripePaymentElementOptions {
  return check(assertKnownKeys(options, creatable, 'elements.create("payment", options)'), creatableLayout);
}

/**
 * Takes the options of `element.update(options)`.
 *
 * @throws {IntegrationError} For an option that cannot change, or a value that the Payment Element does not take.
 */
export function parsePaymentUpdate(options: unknown): StripePaymentElementOptions {
  return check(assertKnownKeys(options, updatable, 'element.update(options)'), updatableLayout);
}
