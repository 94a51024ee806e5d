import type { Stripe } from '@stripe/stripe-js';

/** The train that `@stripe/stripe-js` of version 10 asks for; it warns of any other. */
const VERSION = 'endive';

/** Makes Stripe, or throws where Stripe.js could not. */
type MakeStripe = () => Stripe;

/**
 * The methods of Stripe that react-stripe-js and this package call. The loader keeps the first `window.Stripe` it has
 * seen, and this package the Stripe of each key: so both are given ones that ask whichever is on the page now.
 */
const methods = [
  'elements',
  'createToken',
  'createPaymentMethod',
  'confirmCardPayment',
  'confirmPayment',
  'retrievePaymentIntent',
] as const;

let current: MakeStripe | undefined;

function makeShell(): Stripe {
  const find = () => {
    if (current === undefined)
      throw new Error('fakeStripe: it was taken from the page, and is asked all the same.');
    return current();
  };
  // As early as Stripe.js itself would fail.
  find();
  const shell = methods.map((method) => [
    method,
    (...given: unknown[]) => (find()[method] as (...given: unknown[]) => unknown)(...given),
  ]);
  return Object.fromEntries(shell);
}

const fakeOnWindow = Object.assign(makeShell, { version: VERSION });

/** Puts Stripe where its loader looks for it; the returned function takes it away, unless another one came after. */
export function putOnPage(makeStripe: MakeStripe): () => void {
  const page = window as { Stripe?: unknown };
  const before = page.Stripe;
  current = makeStripe;
  page.Stripe = fakeOnWindow;
  return () => {
    if (current !== makeStripe) return;
    current = undefined;
    if (before === undefined || before === fakeOnWindow) delete page.Stripe;
    else page.Stripe = before;
  };
}
