import type { Stripe, StripeConstructor } from '@stripe/stripe-js';

declare global {
  interface Window {
    Stripe?: StripeConstructor;
  }
}

const query = new URLSearchParams(location.search);

/** What the test has opened the page with. */
export const parameter = (name: string) => query.get(name) ?? undefined;

/** The client secret that the merchant's backend has given. */
export const clientSecret = parameter('clientSecret') ?? '';

/** Starts Stripe.js as a page does that loads it by a tag. */
export function startStripe(): Stripe {
  if (window.Stripe === undefined) throw new Error('Stripe.js is not there.');
  return window.Stripe('pk_test_sandbox');
}

/** Writes down under a name what has happened, for the test to read. */
export function note(name: string, value: unknown): void {
  const line = document.createElement('output');
  line.dataset.note = name;
  line.textContent = JSON.stringify(value ?? null);
  document.body.append(line);
}

/** Adds an element of the page. */
export function add(tag: string, properties: Record<string, string> = {}): HTMLElement {
  const element = Object.assign(document.createElement(tag), properties);
  document.querySelector('#root')?.append(element);
  return element;
}

/** Adds a button that notes what its work resolves with, or rejects with. */
export function addButton(name: string, work: () => Promise<unknown>): void {
  add('button', { textContent: name }).addEventListener('click', () => {
    work().then(
      (result) => note(name, result),
      (error: unknown) => note(`${name} threw`, String(error)),
    );
  });
}
