import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { fillCard } from './fillCard.ts';
import { sandboxShop } from './sandboxShop.ts';

const meta = {
  title: 'Checkout',
  component: HajiqCheckout,
  args: { backendUrl: '/api/hajiq', publishableKey: 'pk_test_sandbox', orderId: 'ORDER-12345', locale: 'en' },
  // A new order each time: a checkout that is left while a card is charged waits for its order to be shown again.
  loaders: [() => ({ orderId: `ORDER-${crypto.randomUUID().slice(0, 8)}` })],
  render: (args, { loaded }) => <HajiqCheckout {...args} orderId={String(loaded.orderId)} />,
  beforeEach: ({ msw }) => {
    msw.use(...sandboxShop().requestHandlers);
  },
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

async function awaitState(canvasElement: HTMLElement, state: string): Promise<void> {
  const status = () => within(canvasElement).getAllByRole('status')[0];
  await waitFor(() => expect(status()?.dataset.state).toBe(state), { timeout: 10_000 });
}

async function pay(canvasElement: HTMLElement, cardNumber: string): Promise<void> {
  await awaitState(canvasElement, 'ready');
  await fillCard(canvasElement, cardNumber);
  const button = within(canvasElement).getByRole('button');
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}

/** The card can be typed, and the button says what it will take. */
export const Ready: Story = {
  play: async ({ canvasElement }) => {
    await awaitState(canvasElement, 'ready');
    await waitFor(() =>
      expect(within(canvasElement).getByRole('button', { name: 'Pay $50.00' })).toBeEnabled(),
    );
  },
};

/** The bank said no: the reason is told, and the same payment can be tried with another card. */
export const Declined: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000009995');
    await awaitState(canvasElement, 'declined');
    await expect(within(canvasElement).getByText(/not enough money/)).toBeVisible();
    await expect(within(canvasElement).getByRole('button', { name: 'Pay $50.00' })).toBeEnabled();
  },
};

/** Stripe took the card, and the webhook is not here yet: nothing says *paid*, and nothing can be paid again. */
export const Verifying: Story = {
  beforeEach: ({ msw }) => {
    const shop = sandboxShop();
    shop.holdWebhooks();
    msw.use(...shop.requestHandlers);
  },
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4242424242424242');
    await awaitState(canvasElement, 'verifying');
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** The webhook has come: the backend says *paid*. */
export const Succeeded: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4242424242424242');
    await awaitState(canvasElement, 'succeeded');
    await expect(within(canvasElement).getByText('Paid')).toBeVisible();
  },
};

/** From right to left, with the money in the page's locale. */
export const Arabic: Story = {
  args: { locale: 'ar-AE' },
  beforeEach: ({ msw }) => {
    msw.use(...sandboxShop({ amount: 36_750, currency: 'AED' }).requestHandlers);
  },
  play: async ({ canvasElement }) => {
    await awaitState(canvasElement, 'ready');
    await waitFor(() => expect(within(canvasElement).getByRole('button', { name: /^ادفع/ })).toBeEnabled());
    await expect(canvasElement.querySelector('[dir="rtl"]')).toBeVisible();
  },
};
