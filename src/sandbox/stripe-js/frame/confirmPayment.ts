import type { PaymentIntentResult } from '@stripe/stripe-js';
import { isRecord } from '../../../protocol/isRecord.ts';
import { digitsOf } from '../card/cardNumber.ts';
import { parseExpiry } from '../card/expiry.ts';
import type { CardValues } from '../card/fields.ts';
import { callApi } from '../wire/callApi.ts';
import { parseClientSecret } from '../wire/clientSecret.ts';
import type { FormRecord } from '../wire/encodeForm.ts';
import type { ConfirmRequest } from '../wire/frameMessages.ts';

/** The address the stand-in is served under; never taken from the page, which must not choose where a card goes. */
const base = new URL('..', location.href).href.replace(/\/$/, '');

/** What the form collects goes before what the page has given. */
function withAddress(billingDetails: FormRecord, collected: FormRecord): FormRecord {
  if (Object.keys(collected).length === 0) return billingDetails;
  const address = isRecord(billingDetails.address) ? billingDetails.address : {};
  return { ...billingDetails, address: { ...address, ...collected } };
}

/** Sends the card to the sandbox's API: the one place where it leaves the frame. */
export function confirmPayment(
  { publishableKey, clientSecret, billingDetails, parameters }: ConfirmRequest,
  { values, address }: { readonly values: CardValues; readonly address: FormRecord },
): Promise<PaymentIntentResult> {
  const { paymentIntentId } = parseClientSecret(clientSecret, 'The confirmation’s');
  const expiry = parseExpiry(values.expiry);
  return callApi({
    base,
    publishableKey,
    path: `/v1/payment_intents/${paymentIntentId}/confirm`,
    form: {
      ...parameters,
      client_secret: clientSecret,
      payment_method_data: {
        type: 'card',
        card: {
          number: digitsOf(values.number),
          exp_month: expiry?.month,
          exp_year: expiry?.year,
          cvc: values.cvc === '' ? undefined : values.cvc,
        },
        billing_details: withAddress(billingDetails, address),
      },
    },
  });
}
