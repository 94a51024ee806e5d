import { isRecord } from '../../../../protocol/isRecord.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import type { FormRecord } from '../../wire/encodeForm.ts';
import { assertKnownKeys } from '../assertKnownKeys.ts';
import { checkOneOf } from './optionChecks.ts';

/** A detail the page has to give itself, because the element is told never to ask for it. */
export interface WithheldField {
  /** The option that says so, as Stripe names it. */
  readonly option: string;
  /** Where the detail belongs in `billing_details`. */
  readonly path: readonly string[];
}

/** What is asked for of the billing details, and what the page gives instead. */
export interface BillingFields {
  readonly asksCountry: boolean;
  readonly asksPostalCode: boolean;
  readonly withheld: readonly WithheldField[];
}

const contactNames = ['name', 'email', 'phone'];
const addressNames: Readonly<Record<string, string>> = {
  country: 'country',
  postalCode: 'postal_code',
  state: 'state',
  city: 'city',
  line1: 'line1',
  line2: 'line2',
};
const words = ['auto', 'never'];

/** Says of each member whether it is never asked for, as a single word for all of them would. */
function spread(value: unknown, members: readonly string[], name: string): Record<string, unknown> {
  if (typeof value !== 'string') return assertKnownKeys(value, members, name);
  return Object.fromEntries(members.map((member) => [member, value]));
}

function parseAddress(address: unknown, isSpread: boolean, optionOfAll: string): BillingFields {
  if (address === 'if_required') return { asksCountry: false, asksPostalCode: false, withheld: [] };
  const name = 'fields.billingDetails.address';
  const given = spread(address, Object.keys(addressNames), name);
  for (const member of Object.keys(given)) checkOneOf(given, member, words, `${name}.${member}`);
  const isWhole = typeof address === 'string';
  const withheld = Object.entries(addressNames)
    .filter(([member]) => given[member] === 'never')
    .map(([, apiName]) => ({
      option: isSpread ? optionOfAll : `${optionOfAll}.address${isWhole ? '' : `.${apiName}`}`,
      path: ['address', apiName],
    }));
  return {
    asksCountry: given.country !== 'never',
    asksPostalCode: given.postalCode !== 'never',
    withheld,
  };
}

/**
 * Takes the `fields` of a Payment Element.
 *
 * @throws {IntegrationError} For a member it does not know, or a word that is neither "auto" nor "never".
 */
export function parseBillingFields(fields: unknown): BillingFields {
  const { billingDetails } = assertKnownKeys(fields, ['billingDetails'], 'fields');
  const name = 'fields.billingDetails';
  const option = 'billing_details';
  if (typeof billingDetails === 'string') checkOneOf({ billingDetails }, 'billingDetails', words, name);
  const given = spread(billingDetails, [...contactNames, 'address'], name);
  for (const member of contactNames) checkOneOf(given, member, words, `${name}.${member}`);
  if (typeof given.address === 'string')
    checkOneOf(given, 'address', [...words, 'if_required'], `${name}.address`);
  const isSpread = typeof billingDetails === 'string';
  const contact = contactNames
    .filter((member) => given[member] === 'never')
    .map((member) => ({ option: isSpread ? option : `${option}.${member}`, path: [member] }));
  const address = parseAddress(given.address, isSpread, option);
  return { ...address, withheld: [...contact, ...address.withheld] };
}

/**
 * Checks that the page gives what the element was told never to ask for; null and an empty text count as given.
 *
 * @throws {IntegrationError} Naming the first detail that is missing.
 */
export function assertDetailsGiven(withheld: readonly WithheldField[], billingDetails: FormRecord): void {
  for (const { option, path } of withheld) {
    let value: FormRecord[string] = billingDetails;
    for (const member of path) value = isRecord(value) ? value[member] : undefined;
    if (value !== undefined) continue;
    throw new IntegrationError(
      `You specified "never" for fields.${option} when creating the payment Element, but did not pass confirmParams.payment_method_data.billing_details.${path.join('.')} when calling stripe.confirmPayment(). If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling stripe.confirmPayment().`,
    );
  }
}
