import type { BillingDetails, SubmittedCard } from '../cards/SubmittedCard.ts';
import { refuse, StripeApiError } from './StripeApiError.ts';

/** What a confirmation may carry; of most of it the sandbox has no use, but it knows what it is. */
const known =
  /^(client_secret|receipt_email|return_url|use_stripe_sdk|key|shipping\[.+|payment_method_data\[(type|card|billing_details)\].*)$/;

/** What Stripe takes here, and the sandbox cannot do. */
const notHere =
  /^(payment_method|payment_method_data|payment_method_options|confirmation_token|capture_method|setup_future_usage|off_session|mandate|mandate_data|error_on_requires_action|radar_options|customer)(\[.*)?$/;

/** Refuses a parameter that would have to be left out in silence. */
function refuseUnknown(form: URLSearchParams): void {
  for (const name of form.keys()) {
    if (known.test(name)) continue;
    if (notHere.test(name)) refuse(501, `The HajiQ sandbox does not take the parameter ${name}.`);
    refuse(400, `Received unknown parameter: ${name}`, { code: 'parameter_unknown', param: name });
  }
}

/** Refuses an address that a customer could not come back to. */
function refuseBadReturnUrl(form: URLSearchParams): void {
  const returnUrl = form.get('return_url');
  if (returnUrl === null || (URL.canParse(returnUrl) && /^https?:$/.test(new URL(returnUrl).protocol)))
    return;
  refuse(400, 'Not a valid URL', { code: 'url_invalid', param: 'return_url' });
}

function parseBillingDetails(form: URLSearchParams): BillingDetails {
  const read = (path: string) => form.get(`payment_method_data[billing_details]${path}`) || null;
  return {
    name: read('[name]'),
    email: read('[email]'),
    phone: read('[phone]'),
    address: {
      city: read('[address][city]'),
      country: read('[address][country]'),
      line1: read('[address][line1]'),
      line2: read('[address][line2]'),
      postal_code: read('[address][postal_code]'),
      state: read('[address][state]'),
    },
  };
}

function toFullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/**
 * Reads the card from the form of a confirmation. Whether it is a good one is not asked here.
 *
 * @throws {StripeApiError} When the form has what Stripe, or the sandbox, does not take.
 */
export function parseConfirmation(form: URLSearchParams): SubmittedCard {
  refuseUnknown(form);
  refuseBadReturnUrl(form);
  const type = form.get('payment_method_data[type]');
  if (type === null) {
    throw new StripeApiError(400, {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message:
        "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    });
  }
  if (type !== 'card') refuse(501, 'The HajiQ sandbox confirms with payment_method_data[type]=card only.');
  const read = (field: string) => form.get(`payment_method_data[card][${field}]`) ?? undefined;
  const cvc = read('cvc');
  return {
    number: (read('number') ?? '').replaceAll(/\s/g, ''),
    expMonth: Number(read('exp_month')),
    expYear: toFullYear(Number(read('exp_year'))),
    ...(cvc !== undefined && { cvc }),
    billingDetails: parseBillingDetails(form),
  };
}
