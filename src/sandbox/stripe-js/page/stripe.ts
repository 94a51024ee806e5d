import { createStripe } from './createStripe.ts';
import { scriptBase } from './scriptBase.ts';

const base = scriptBase(document.currentScript);
const existing: unknown = Reflect.get(window, 'Stripe');

if (existing === undefined) {
  const Stripe = (key: unknown, options?: unknown) => createStripe(base, key, options);
  Reflect.set(window, 'Stripe', Object.assign(Stripe, { version: 'endive' }));
} else {
  console.warn(
    'Stripe.js was loaded more than once on this page; the first one stays. Please load it once only.',
  );
}
