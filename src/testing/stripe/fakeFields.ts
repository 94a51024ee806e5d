import type { StripeError } from '@stripe/stripe-js';

/** What the customer has typed, as far as a page may know. */
export type Typed = 'nothing' | 'a card' | { wrong: string; message: string };

/** What is wrong with what was typed, in Stripe's form; undefined where it can be paid with. */
export function toFieldError(typed: Typed): StripeError | undefined {
  if (typed === 'a card') return undefined;
  const fault =
    typed === 'nothing'
      ? { code: 'incomplete_number', message: 'Your card number is incomplete.' }
      : { code: typed.wrong, message: typed.message };
  return { type: 'validation_error', ...fault };
}

/** What the Card Element tells of itself. That it is empty is a fault once it was to be paid with. */
export function toCardChange(typed: Typed, wasTried: boolean) {
  return {
    elementType: 'card',
    empty: typed === 'nothing',
    complete: typed === 'a card',
    brand: typed === 'nothing' ? 'unknown' : 'visa',
    error: typed === 'nothing' && !wasTried ? undefined : toFieldError(typed),
    value: { postalCode: '' },
  };
}

/** What the Payment Element tells of itself: its faults stay in its frame. */
export function toPaymentChange(typed: Typed) {
  return {
    elementType: 'payment',
    empty: typed === 'nothing',
    complete: typed === 'a card',
    collapsed: false,
    value: { type: 'card' },
  };
}
