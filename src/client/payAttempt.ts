import { PaymentError } from '../errors/PaymentError.ts';
import type { checkoutLoads } from './checkoutLoads.ts';
import type { CheckoutStore } from './checkoutStore.ts';
import { confirmAttempt } from './confirmAttempt.ts';
import { mayBeCharged, type ConfirmOutcome } from './confirmOutcome.ts';
import type { CheckoutOptions } from './createCheckout.ts';
import type { BillingDetails, PaymentFields } from './PaymentFields.ts';
import type { submissionMark } from './submissionMark.ts';

interface Attempting extends Pick<CheckoutOptions, 'intent'> {
  store: CheckoutStore;
  loads: ReturnType<typeof checkoutLoads>;
  submitted: ReturnType<typeof submissionMark>;
  /** Whether the backend can be asked what comes of it. */
  canBeAsked: () => boolean;
  billingDetails: () => BillingDetails | undefined;
}

/**
 * Makes the attempts that clicks have begun: asks for the payment where that was left to the click, and confirms it.
 *
 * What the attempt was for is remembered in the tab before the card is handed over, wherever a reload would not find it
 * out by itself.
 */
export function payAttempt(attempting: Attempting) {
  const { store, loads, intent, submitted, canBeAsked, billingDetails } = attempting;

  function findMissingAmount(): PaymentError | undefined {
    const { isDonation, donation } = store.getSnapshot();
    if (!isDonation || donation !== undefined) return undefined;
    return new PaymentError('amount_missing', { customerMessage: 'Please enter an amount.' });
  }

  /** Says what became of it; undefined where nothing was there to confirm: then the state says why. */
  return async function attempt(paying: PaymentFields): Promise<ConfirmOutcome | undefined> {
    if (intent === 'on-pay') {
      const error = findMissingAmount() ?? (await paying.findFault());
      if (error !== undefined) return { kind: 'not-attempted', error };
      await loads.loadPayment();
    }
    const { state, stripe, donation } = store.getSnapshot();
    if (state.state !== 'confirming' || state.payment === undefined || stripe === null) return undefined;
    const { clientSecret } = state.payment;
    const takeBack = !canBeAsked() || intent === 'on-pay' ? submitted.set({ donation }) : undefined;
    const confirm = () => paying.confirm(clientSecret, billingDetails() ?? {});
    const outcome = await confirmAttempt(stripe, clientSecret, confirm);
    if (!mayBeCharged(outcome)) takeBack?.();
    return outcome;
  };
}
