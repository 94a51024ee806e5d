let last = 1000 + Math.floor(Math.random() * 1000);

/** Gives the next frame a name of Stripe's form, which tests look frames up by. */
export function nextFrameName(): string {
  last += 1;
  return `__privateStripeFrame${last}`;
}
