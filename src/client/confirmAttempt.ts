import type { PaymentIntentResult, Stripe, StripeError } from '@stripe/stripe-js';
import { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';
import { toLastDecline, toOutcome, toProven, type ConfirmOutcome } from './confirmOutcome.ts';

const LOST = 'The connection was lost. Please try again: you cannot be charged twice for this.';

/** How long Stripe may take to say how an intent stands, in milliseconds. */
const RETRIEVE_MS = 8_000;

/** Reads the intent; an empty result when Stripe cannot be asked, or does not answer. */
async function retrieve(stripe: Stripe, clientSecret: string): Promise<Partial<PaymentIntentResult>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Partial<PaymentIntentResult>>((resolve) => {
    timer = setTimeout(() => resolve({}), RETRIEVE_MS);
  });
  try {
    return await Promise.race([stripe.retrievePaymentIntent(clientSecret), silence]);
  } catch {
    return {};
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks Stripe what became of a payment before: in this page's past, in another tab, at a bank's page.
 *
 * @param isReturn Whether the customer comes back from a bank's page: then the last decline is news.
 * @returns Undefined when the payment is open, as far as Stripe can be asked.
 */
export async function readIntent(
  stripe: Stripe,
  clientSecret: string,
  isReturn: boolean,
): Promise<ConfirmOutcome | undefined> {
  const { paymentIntent } = await retrieve(stripe, clientSecret);
  if (paymentIntent === undefined) return undefined;
  return toProven(paymentIntent) ?? (isReturn ? toLastDecline(paymentIntent) : undefined);
}

/** Tells whether a refusal is about the moment and says nothing of the key: another page may be paying just then. */
const isPassing = ({ code }: StripeError) => code === 'lock_timeout' || code === 'rate_limit';

/**
 * Asks Stripe how an attempt ended when its own answer does not say.
 *
 * Only a success is evidence: what the intent holds of a decline may be of an attempt before, and a request that was
 * thought lost may still arrive.
 */
export async function askStripe(
  stripe: Stripe,
  clientSecret: string,
  refusal?: StripeError,
): Promise<ConfirmOutcome> {
  const { paymentIntent, error } = await retrieve(stripe, clientSecret);
  if (paymentIntent !== undefined) {
    const proven = toProven(paymentIntent);
    if (proven !== undefined) return proven;
    if (paymentIntent.status !== 'requires_payment_method') return { kind: 'unproven' };
    return { kind: 'lost', error: new PaymentError('confirmation_lost', { customerMessage: LOST }) };
  }
  if (refusal === undefined || error?.type !== refusal.type || isPassing(refusal) || isPassing(error))
    return { kind: 'unproven' };
  // Stripe will not even show the intent to this key: nothing can have been charged with it.
  const detail = `Stripe does not let this key pay (${refusal.message ?? refusal.code ?? refusal.type}).`;
  return { kind: 'misconfigured', error: new ConfigError('wrong_key', { detail }) };
}

/**
 * Makes one attempt to pay, 3-D Secure included, and says what became of it.
 *
 * It may charge the card. Calling it again for the same payment cannot charge twice, for a PaymentIntent succeeds
 * once; still the caller keeps one call in flight. It never rejects.
 *
 * @param confirm Hands the customer's details to Stripe: the fields on the page know how.
 * @see https://docs.stripe.com/js/payment_intents/confirm_card_payment
 */
export async function confirmAttempt(
  stripe: Stripe,
  clientSecret: string,
  confirm: () => Promise<PaymentIntentResult>,
): Promise<ConfirmOutcome> {
  try {
    const result = await confirm();
    const { error } = result;
    const isRefusal = error?.type === 'invalid_request_error' || error?.type === 'authentication_error';
    return toOutcome(result) ?? (await askStripe(stripe, clientSecret, isRefusal ? error : undefined));
  } catch {
    // Stripe.js resolves with its errors: what it throws proves nothing.
    return askStripe(stripe, clientSecret);
  }
}
