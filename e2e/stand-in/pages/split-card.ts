import type { StripeElementLocale } from '@stripe/stripe-js';
import { add, addButton, clientSecret, note, parameter, startStripe } from './page.ts';

const stripe = startStripe();
const elements = stripe.elements({ locale: (parameter('locale') ?? 'en') as StripeElementLocale });

const number = elements.create('cardNumber', { showIcon: true });
const expiry = elements.create('cardExpiry');
const cvc = elements.create('cardCvc');
for (const [element, id] of [
  [number, 'number'],
  [expiry, 'expiry'],
  [cvc, 'cvc'],
] as const) {
  add('label', { textContent: id, htmlFor: id });
  element.mount(add('div', { id }));
}
number.on('ready', (event) => note('ready', event));
number.on('focus', (event) => note('focus', event));
number.on('blur', (event) => note('blur', event));
number.on('escape', (event) => note('escape', event));
number.on('change', (event) => note('number', event));
expiry.on('change', (event) => note('expiry', event));
cvc.on('change', (event) => note('cvc', event));

addButton('pay', () => stripe.confirmCardPayment(clientSecret, { payment_method: { card: number } }));
addButton('move the expiry', async () => {
  expiry.unmount();
  expiry.mount(add('div', { id: 'elsewhere' }));
});

// Another card on the same page, which is none of this one's business.
const others = stripe.elements({ locale: 'en' });
const other = add('section', { id: 'other' });
for (const type of ['cardNumber', 'cardExpiry', 'cardCvc'] as const) {
  const holder = document.createElement('div');
  other.append(holder);
  others.create(type as 'cardNumber').mount(holder);
}
