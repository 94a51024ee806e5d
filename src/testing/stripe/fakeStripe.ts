import type { ConfirmationOutcome } from './ConfirmationOutcome.ts';
import { confirmationDesk, type Confirmation } from './confirmationDesk.ts';
import { fakeElements } from './fakeElements.ts';
import { toFieldError, type Typed } from './fakeFields.ts';
import { putOnPage } from './stripeOnPage.ts';
import { toStripeObject } from './toStripeObject.ts';

export interface FakeStripeOptions {
  /** What becomes of each confirmation that `nextOutcome` says nothing of. Defaults to `succeeds`. */
  outcome?: ConfirmationOutcome;
  /** Behaves as if a content blocker kept Stripe.js from the page, until `unblock`. Defaults to false. */
  isBlocked?: boolean;
}

/** Stripe.js in the hands of a test. */
export interface FakeStripe {
  /** A `publishableKey` for the checkout: another for each fake. A page that has a key of its own may keep it. */
  readonly publishableKey: string;
  /**
   * Puts it where the loader of Stripe.js looks; the returned function takes it away.
   *
   * @param act Runs whatever tells the page something. With React: `act` of `@testing-library/react`.
   */
  readonly install: (act?: (telling: () => void) => void) => () => void;
  /** Types a card that can be paid with. */
  readonly fillIn: () => void;
  /** Types something wrong, by Stripe's code for it, such as `invalid_number`. */
  readonly fillInWrong: (code: string, message?: string) => void;
  /** Empties the fields. */
  readonly clear: () => void;
  /** Says what becomes of the next confirmation. Said twice: of the next two. */
  readonly nextOutcome: (outcome: ConfirmationOutcome) => void;
  /** Keeps confirmations back, as a slow bank does; the returned function lets them go. */
  readonly hold: () => () => void;
  /**
   * Passes the 3-D Secure that is open, or that opens next; then the bank says what it says, `succeeds` by default.
   *
   * @throws When none opens in 4 seconds.
   */
  readonly passChallenge: (then?: Exclude<ConfirmationOutcome, 'challenges'>) => Promise<void>;
  /** Fails, or closes, the 3-D Secure that is open, or that opens next. @throws When none opens in 4 seconds. */
  readonly failChallenge: () => Promise<void>;
  /** What has reached Stripe so far, the oldest first. What is in fields that are not complete does not. */
  readonly confirmations: () => readonly Confirmation[];
  /** Withdraws a payment at Stripe, by its client secret. */
  readonly cancelIntent: (clientSecret: string) => void;
  /** Lets Stripe.js through, where it was blocked. */
  readonly unblock: () => void;
}

let fakes = 0;

/**
 * Makes a Stripe.js for tests in jsdom: the real components of this package run on it, with the Card Element and with
 * the Payment Element, without a frame, a network or a key. The fields are empty until `fillIn`.
 *
 * It knows nothing of cards. For those, and for the frames, run the sandbox in a browser.
 *
 * @example
 * const stripe = fakeStripe();
 * const remove = stripe.install(act);
 * stripe.nextOutcome({ declines: 'card_declined', declineCode: 'insufficient_funds' });
 */
export function fakeStripe({ outcome = 'succeeds', isBlocked = false }: FakeStripeOptions = {}): FakeStripe {
  fakes += 1;
  let typed: Typed = 'nothing';
  let isLetThrough = !isBlocked;
  let tell = (telling: () => void) => telling();
  const elements = fakeElements(
    () => typed,
    (telling) => tell(telling),
  );
  const desk = confirmationDesk(checkFields, outcome);
  const stripe = toStripeObject(elements, desk);

  function checkFields() {
    const fault = toFieldError(typed);
    if (fault !== undefined) elements.tellTyped(true);
    return fault;
  }

  function type(next: Typed): void {
    typed = next;
    elements.tellTyped();
  }

  return {
    publishableKey: `pk_test_fake${fakes}`,
    install(act) {
      if (act !== undefined) tell = act;
      return putOnPage(() => {
        if (!isLetThrough) throw new Error('Failed to load Stripe.js');
        return stripe;
      });
    },
    fillIn: () => type('a card'),
    fillInWrong: (code, message = 'Your card number is invalid.') => type({ wrong: code, message }),
    clear: () => type('nothing'),
    nextOutcome: desk.nextOutcome,
    hold: desk.hold,
    passChallenge: (then = 'succeeds') => desk.decideChallenge(then),
    failChallenge: () => desk.decideChallenge('fails the challenge'),
    confirmations: desk.confirmations,
    cancelIntent: desk.cancelIntent,
    unblock: () => void (isLetThrough = true),
  };
}
