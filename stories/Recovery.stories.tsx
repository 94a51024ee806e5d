import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { http } from 'msw';
import { userEvent, within } from 'storybook/test';
import { checkoutMeta, openShop } from './checkoutMeta.tsx';
import { awaitPayable, payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Recovery',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

let release = () => {};

/** The backend was down for a moment: *Try again* brings the card. */
export const TriesAgain: Story = {
  beforeEach: openShop(() => [
    http.post('*/api/hajiq/payments', () => Response.json({ error: {} }, { status: 500 }), { once: true }),
  ]),
  play: async ({ canvasElement }) => {
    await see('unavailable')({ canvasElement });
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Try again' }));
    await see('ready')({ canvasElement });
  },
};

/** The webhook comes late: *Check again* finds it. */
export const ChecksAgain: Story = {
  args: { patienceMs: 0 },
  beforeEach: openShop((shop) => {
    shop.holdWebhooks();
    release = shop.releaseWebhooks;
  }),
  play: async ({ canvasElement }) => {
    await payAndSee('4242424242424242', 'unknown')({ canvasElement });
    release();
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Check again' }));
    await see('succeeded', /^Paid$/)({ canvasElement });
  },
};

/** The page is opened again after a decline: the same payment is offered. */
export const OpenedAfterADecline: Story = {
  beforeEach: openShop(async (shop, orderId) => {
    await shop.charge(await shop.createPayment(orderId), '4000000000009995');
  }),
  play: see('ready'),
};

/** The page is opened again after it was paid: nothing can be paid twice. */
export const OpenedAfterPaying: Story = {
  beforeEach: openShop(async (shop, orderId) => {
    await shop.charge(await shop.createPayment(orderId), '4242424242424242');
  }),
  play: see('succeeded', /^Paid$/),
};

/** The payment was cancelled under the customer's hands: another is offered, and nothing was charged. */
export const CancelledWhilePaying: Story = {
  beforeEach: openShop((shop, orderId) => [
    http.post(
      '*/sandbox/v1/payment_intents/:id/confirm',
      async ({ request }) => {
        await shop.change(await shop.createPayment(orderId), 'cancel');
        return shop.stripe(request);
      },
      { once: true },
    ),
  ]),
  play: payAndSee('4242424242424242', 'ready', /Nothing was charged/),
};

/** The payment is asked for by the click, and the backend is down for a moment: the card stays typed. */
export const AskedForByTheClick: Story = {
  args: { intent: 'on-pay', total: { amount: 5000, currency: 'USD' } },
  beforeEach: openShop(() => [
    http.post('*/api/hajiq/payments', () => Response.json({ error: {} }, { status: 503 }), { once: true }),
  ]),
  play: async ({ canvasElement }) => {
    await payAndSee('4242424242424242', 'ready', /Nothing was charged/)({ canvasElement });
    await userEvent.click(await awaitPayable(canvasElement));
    await see('succeeded', /^Paid$/)({ canvasElement });
  },
};

/** The page has the key of another account: Stripe refuses before any attempt. */
export const KeyOfAnotherAccount: Story = {
  args: { publishableKey: 'pk_test_another' },
  play: payAndSee('4242424242424242', 'unavailable', /was not charged/),
};
