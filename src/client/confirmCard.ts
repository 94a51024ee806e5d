import type {
  PaymentIntent,
  PaymentIntentResult,
  Stripe,
  StripeCardElement,
  StripeError,
} from '@stripe/stripe-js';
import { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';

/** What became of one attempt to pay, as far as Stripe tells. None of them means *paid*: that is the server's word. */
export type ConfirmOutcome =
  /** Stripe took the card. `processing`: the bank has not answered yet. */
  | { kind: 'accepted'; intentStatus: 'succeeded' | 'processing' }
  /** No bank was asked: the fields are not complete. */
  | { kind: 'not-attempted'; error: PaymentError }
  /** The card or its 3-D Secure did not pass; nothing was charged, and the same payment is still open. */
  | { kind: 'declined'; error: PaymentError }
  /**
   * The answer was lost, and Stripe says that the payment is open still. It may yet be charged by what is under way;
   * a further try cannot charge it twice.
   */
  | { kind: 'lost'; error: PaymentError }
  /** The set-up is wrong: another account's key, for example. */
  | { kind: 'misconfigured'; error: ConfigError }
  /** Nobody can say: the card may have been charged, or not. */
  | { kind: 'unproven' };

/** Tells whether an attempt has surely charged nothing. */
export function isUncharged({ kind }: ConfirmOutcome): boolean {
  return kind === 'declined' || kind === 'not-attempted' || kind === 'misconfigured';
}

/** An attempt that Stripe took. */
export type AcceptedOutcome = Extract<ConfirmOutcome, { kind: 'accepted' }>;

/** Whose card it is, for the card's issuer. */
export interface BillingDetails {
  name?: string;
  email?: string;
}

const LOST = 'The connection was lost. Please try again: you cannot be charged twice for this.';

function toDecline(error: Pick<StripeError, 'code' | 'decline_code'>): ConfirmOutcome {
  const isAuthentication = error.code === 'payment_intent_authentication_failure';
  return {
    kind: 'declined',
    error: new PaymentError(isAuthentication ? 'authentication_failed' : 'card_declined', {
      customerMessage: isAuthentication
        ? 'Your bank could not confirm that it was you. Please try again, or use another card.'
        : 'Your bank declined the card. Please try another one, or ask your bank.',
      stripeCode: error.code,
      declineCode: error.decline_code,
    }),
  };
}

/** Reads from an intent that Stripe took a card for it; undefined when it shows no such thing. */
function toAccepted({ status }: Pick<PaymentIntent, 'status'>): AcceptedOutcome | undefined {
  if (status === 'succeeded' || status === 'requires_capture') {
    return { kind: 'accepted', intentStatus: 'succeeded' };
  }
  return status === 'processing' ? { kind: 'accepted', intentStatus: 'processing' } : undefined;
}

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
 * Asks Stripe whether a card was taken for this payment before: in this page's past, or by another tab.
 *
 * @returns Undefined when none was, as far as Stripe can be asked.
 */
export async function readAccepted(
  stripe: Stripe,
  clientSecret: string,
): Promise<AcceptedOutcome | undefined> {
  const { paymentIntent } = await retrieve(stripe, clientSecret);
  return paymentIntent && toAccepted(paymentIntent);
}

/** Tells whether a refusal is about the moment and says nothing of the key: another page may be paying just then. */
const isPassing = ({ code }: StripeError) => code === 'lock_timeout' || code === 'rate_limit';

/**
 * Asks Stripe how an attempt ended when its own answer does not say.
 *
 * Only a success is evidence: what the intent holds of a decline may be of an attempt before, and a request that was
 * thought lost may still arrive.
 */
async function askStripe(
  stripe: Stripe,
  clientSecret: string,
  refusal?: StripeError,
): Promise<ConfirmOutcome> {
  const { paymentIntent, error } = await retrieve(stripe, clientSecret);
  if (paymentIntent !== undefined) {
    const accepted = toAccepted(paymentIntent);
    if (accepted !== undefined) return accepted;
    if (paymentIntent.status !== 'requires_payment_method') return { kind: 'unproven' };
    return { kind: 'lost', error: new PaymentError('confirmation_lost', { customerMessage: LOST }) };
  }
  if (refusal === undefined || error?.type !== refusal.type || isPassing(refusal) || isPassing(error))
    return { kind: 'unproven' };
  // Stripe will not even show the intent to this key: nothing can have been charged with it.
  const detail = `Stripe does not let this key pay (${refusal.message ?? refusal.code ?? refusal.type}).`;
  return { kind: 'misconfigured', error: new ConfigError('wrong_key', { detail }) };
}

/** Classes an error by its type and code, never by its text: that differs by language and by version. */
function fromError(error: StripeError): ConfirmOutcome | undefined {
  if (error.type === 'card_error' || error.code === 'payment_intent_authentication_failure')
    return toDecline(error);
  if (error.type === 'validation_error') {
    const customerMessage = error.message ?? 'Please check the card details.';
    return {
      kind: 'not-attempted',
      error: new PaymentError('card_incomplete', { customerMessage, stripeCode: error.code }),
    };
  }
  // It was confirmed before, from another tab perhaps.
  return error.payment_intent && toAccepted(error.payment_intent);
}

/**
 * Confirms a payment with the card in the element, 3-D Secure included, and says what became of it.
 *
 * It may charge the card. Calling it again for the same payment cannot charge twice, for a PaymentIntent succeeds
 * once; still the caller keeps one call in flight. It never rejects.
 *
 * @see https://docs.stripe.com/js/payment_intents/confirm_card_payment
 */
export async function confirmCard(
  stripe: Stripe,
  clientSecret: string,
  card: StripeCardElement,
  billingDetails: BillingDetails = {},
): Promise<ConfirmOutcome> {
  try {
    const { error, paymentIntent } = await stripe.confirmCardPayment(clientSecret, {
      payment_method: { card, billing_details: billingDetails },
    });
    const outcome = error === undefined ? toAccepted(paymentIntent) : fromError(error);
    const isRefusal = error?.type === 'invalid_request_error' || error?.type === 'authentication_error';
    return outcome ?? (await askStripe(stripe, clientSecret, isRefusal ? error : undefined));
  } catch {
    // Stripe.js resolves with its errors: what it throws proves nothing.
    return askStripe(stripe, clientSecret);
  }
}
