import type { StripePaymentElementOptions } from '@stripe/stripe-js';
import type { PaymentFrameSettings } from '../../wire/frameMessages.ts';
import { parseBillingFields } from './billingFields.ts';

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}

/**
 * Reads from the options what the frame asks for beside the card, and what its fields begin with.
 *
 * Stripe guesses the country from the customer's address on the network; here it is the browser's language.
 */
export function toPaymentSettings(
  { fields, defaultValues, readOnly = false }: StripePaymentElementOptions,
  browserLanguage: string,
): Pick<PaymentFrameSettings, 'asksCountry' | 'asksPostalCode' | 'country' | 'postalCode' | 'isReadOnly'> {
  const { asksCountry, asksPostalCode } = parseBillingFields(fields);
  const address = defaultValues?.billingDetails?.address;
  return {
    asksCountry,
    asksPostalCode,
    country: address?.country ?? regionOf(browserLanguage) ?? 'US',
    postalCode: address?.postal_code ?? '',
    isReadOnly: readOnly,
  };
}
