import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { awaitState, DECLINED_CARD, pageFixture, pageHooks, status } from './page.fixture.ts';

pageHooks();

const presets = [1000, 2500, 5000];

/** A charity that takes from 5.00 to 1,000.00. */
function charityFixture() {
  const fixture = pageFixture({
    donation: { min: 500, max: 100_000, currencies: ['USD', 'GBP'] },
    orders: { 'ORDER-1': { donation: true } },
  });
  const donate = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Donate/ });
  const awaitDonor = async () => {
    await screen.findByRole('group', { name: 'Your donation' });
    await waitFor(() => expect(donate().disabled).toBe(false));
    fixture.stripe.change({ complete: true });
  };
  const given = () => fixture.merchant.sandbox.payments().map(({ amount, currency }) => [amount, currency]);
  return { ...fixture, donate, awaitDonor, given };
}

const amountError = () => document.querySelector('[data-hajiq-part="amount-error"]')?.textContent;

const typeAmount = async (text: string) => {
  await userEvent.click(screen.getByRole('radio', { name: 'Another amount' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Another amount' }), text);
};

describe('HajiqCheckout for a donation', () => {
  it('gives what the donor has chosen, and asks the gateway for nothing before the click', async () => {
    const { props, merchant, donate, awaitDonor, given } = charityFixture();
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitDonor();
    await userEvent.click(screen.getByRole('radio', { name: '$25' }));
    expect(donate().textContent).toBe('Donate $25.00');
    expect(merchant.gatewayCalls()).toBe(0);
    await userEvent.click(donate());
    await awaitState('succeeded');
    expect(given()).toEqual([[2500, 'USD']]);
    expect(status()?.textContent).toContain('$25.00');
  });

  it('gives an amount of the donor’s own, in a currency of theirs', async () => {
    const { props, donate, awaitDonor, given } = charityFixture();
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitDonor();
    await typeAmount('12.34');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Currency' }), 'GBP');
    expect(donate().textContent).toBe('Donate £12.34');
    await userEvent.click(donate());
    await awaitState('succeeded');
    expect(given()).toEqual([[1234, 'GBP']]);
  });

  it.each([
    ['4', 'Please give $5.00 or more.'],
    ['1001', 'Please give $1,000.00 or less.'],
    ['ten', 'Please enter an amount.'],
  ])('says what is wrong with %s, and sends nothing', async (text, words) => {
    const { props, donate, awaitDonor, requests } = charityFixture();
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitDonor();
    await typeAmount(text);
    await userEvent.click(donate());
    await waitFor(() => expect(amountError()).toBe(words));
    expect(status()?.textContent).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Another amount' }));
    expect(requests).toEqual(['GET /api/hajiq/donation']);
  });

  it('asks for an amount where the donor has named none', async () => {
    const { props, donate, awaitDonor } = charityFixture();
    render(<HajiqCheckout {...props} donation={{}} />);
    await awaitDonor();
    expect(donate().textContent).toBe('Donate');
    await userEvent.click(donate());
    await waitFor(() => expect(amountError()).toBe('Please enter an amount.'));
  });

  it('takes the amount that is named after a decline, and withdraws the one before', async () => {
    const { props, merchant, stripe, donate, awaitDonor } = charityFixture();
    stripe.useCard(DECLINED_CARD);
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitDonor();
    await userEvent.click(donate());
    await awaitState('declined');
    stripe.useCard('4242424242424242');
    await userEvent.click(screen.getByRole('radio', { name: '$50' }));
    await userEvent.click(donate());
    await awaitState('succeeded');
    expect(merchant.sandbox.payments().map(({ amount, status }) => [amount, status])).toEqual([
      [1000, 'cancelled'],
      [5000, 'succeeded'],
    ]);
  });

  it('goes on with what was given when the page is loaded again', async () => {
    const { props, stripe, donate, awaitDonor } = charityFixture();
    const { unmount } = render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitDonor();
    await userEvent.click(screen.getByRole('radio', { name: '$50' }));
    await userEvent.click(donate());
    await awaitState('succeeded');
    unmount();
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    await awaitState('succeeded');
    expect(status()?.textContent).toContain('$50.00');
    expect(stripe.confirmations()).toBe(1);
  });

  it('leaves out presets that the backend would not take', async () => {
    const { props, awaitDonor } = charityFixture();
    render(<HajiqCheckout {...props} donation={{ presets: [100, 1000, 900_000] }} />);
    await awaitDonor();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  it('says that payment is not available where the backend takes no donations', async () => {
    const { props } = pageFixture({ orders: { 'ORDER-1': { donation: true } } });
    render(<HajiqCheckout {...props} donation={{ presets }} />);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
  });
});
