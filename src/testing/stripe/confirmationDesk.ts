import type { PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { challengeDesk } from './challengeDesk.ts';
import type { ConfirmationOutcome } from './ConfirmationOutcome.ts';
import { fakeIntents } from './fakeIntents.ts';

/** A confirmation that has reached Stripe. */
export interface Confirmation {
  clientSecret: string;
  /** Whose card it is, as the page says. */
  billingDetails: unknown;
}

/**
 * Takes confirmations, and has each end as the test says.
 *
 * @param checkFields Says what is wrong in the fields, and shows it to the customer.
 * @param usual What becomes of a confirmation of which nothing was said.
 */
export function confirmationDesk(checkFields: () => StripeError | undefined, usual: ConfirmationOutcome) {
  const intents = fakeIntents();
  const challenge = challengeDesk<Parameters<typeof intents.end>[1]>();
  const confirmations: Confirmation[] = [];
  const outcomes: ConfirmationOutcome[] = [];
  let held: Promise<void> | undefined;

  return {
    confirmations: (): readonly Confirmation[] => confirmations,
    nextOutcome: (outcome: ConfirmationOutcome) => void outcomes.push(outcome),
    decideChallenge: challenge.decide,
    showIntent: intents.show,
    cancelIntent: intents.cancel,

    hold(): () => void {
      let release = () => {};
      held = new Promise((resolve) => (release = resolve));
      return release;
    },

    /** Confirms a payment, and gives what Stripe.js resolves with. */
    async confirm(clientSecret: string, billingDetails: unknown): Promise<PaymentIntentResult> {
      const fault = checkFields() ?? intents.findObstacle(clientSecret);
      if (fault !== undefined) return { error: fault };
      confirmations.push({ clientSecret, billingDetails });
      const outcome = outcomes.shift() ?? usual;
      await held;
      const result = intents.end(clientSecret, outcome);
      return outcome === 'challenges' ? intents.end(clientSecret, await challenge.ask()) : result;
    },
  };
}
