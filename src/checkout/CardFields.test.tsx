import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { awaitState, pageFixture, pageHooks } from './page.fixture.ts';

pageHooks();

/** What a customer is told when Stripe says that something is wrong in its fields. */
async function toldFor(locale: string, code: string): Promise<string | null> {
  const { stripe, props } = pageFixture();
  render(<HajiqCheckout {...props} locale={locale} />);
  await awaitState('ready');
  await waitFor(() => expect(document.querySelector('[data-hajiq-part="card-frame"] > span')).toBeNull());
  act(() => stripe.change({ complete: false, error: { code, message: 'In Stripe’s words.' } }));
  return screen.getByRole('alert').textContent;
}

describe('what is wrong in the card', () => {
  it('is told in Stripe’s words where Stripe speaks the language', async () => {
    expect(await toldFor('de', 'invalid_number')).toBe('In Stripe’s words.');
  });

  it('is told in the checkout’s words where Stripe does not', async () => {
    expect(await toldFor('ur', 'invalid_number')).toBe('آپ کا کارڈ نمبر درست نہیں ہے۔');
  });

  it('is told in Stripe’s words when nobody has heard of it', async () => {
    expect(await toldFor('ur', 'card_is_purple')).toBe('In Stripe’s words.');
  });
});
