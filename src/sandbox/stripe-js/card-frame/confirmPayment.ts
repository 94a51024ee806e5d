import type { PaymentIntentResult } from '@stripe/stripe-js';
import { isRecord } from '../../../protocol/isRecord.ts';
import { digitsOf } from '../card/cardNumber.ts';
import { parseExpiry } from '../card/expiry.ts';
import type { CardValues } from '../card/fields.ts';
import { callApi } from '../wire/callApi.ts';
import type { ConfirmRequest } from '../wire/cardFrameMessages.ts';
import { parseClientSecret } from '../wire/clientSecret.ts';
import type { FormRecord } from '../wire/encodeForm.ts';

/** The address the stand-in is served under; never taken from the page, which must not choose where a card goes. */
const base = new URL('..', location.href).href.replace(/\/$/, '');

function withPostalCode(billingDetails: FormRecord, postalCode: string | undefined): FormRecord {
  if (postalCode === undefined) return billingDetails;
  const address = isRecord(billingDetails.address) ? billingDetails.address : {};
  return { ...billingDetails, address: { ...address, postal_code: postalCode } };
}

/** Sends the card to the sandbox's API: the one place where it leaves the frame. */
export function confirmPayment(
  { publishableKey, clientSecret, billingDetails, parameters }: ConfirmRequest,
  values: CardValues,
  isPostalShown: boolean,
): Promise<PaymentIntentResult> {
  const { paymentIntentId } = parseClientSecret(clientSecret, 'stripe.confirmCardPayment');
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
          cvc: values.cvc,
        },
        billing_details: withPostalCode(billingDetails, isPostalShown ? values.postal : undefined),
      },
    },
  });
}
