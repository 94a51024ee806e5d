import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { delay, http } from 'msw';
import { expect, spyOn, within } from 'storybook/test';
import { checkoutMeta, openShop } from './checkoutMeta.tsx';
import { payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'States',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The payment is on its way: placeholders where the amount and the card will be. */
export const Loading: Story = {
  beforeEach: openShop(() => [http.post('*/api/hajiq/payments', () => delay('infinite'))]),
  play: see('loading'),
};

/** The card can be typed, and the button says what it will take. */
export const Ready: Story = { play: see('ready') };

/** Stripe is confirming the card: the button turns, and nothing can be clicked twice. */
export const Confirming: Story = {
  beforeEach: openShop(() => [
    http.post('*/sandbox/v1/payment_intents/:id/confirm', () => delay('infinite')),
  ]),
  play: async ({ canvasElement }) => {
    await payAndSee('4242424242424242', 'confirming', /Please stay/)({ canvasElement });
    const button = within(canvasElement).getByRole('button');
    await expect(button).toBeDisabled();
    await expect(button).toHaveAttribute('aria-busy', 'true');
  },
};

/** The bank said no: the reason is told, and the same payment can be tried with another card. */
export const Declined: Story = { play: payAndSee('4000000000009995', 'declined', /not enough money/) };

/** Stripe took the card, and the webhook is not here yet: nothing says *paid*, and nothing can be paid again. */
export const Verifying: Story = {
  beforeEach: openShop((shop) => shop.holdWebhooks()),
  play: async ({ canvasElement }) => {
    await payAndSee('4242424242424242', 'verifying')({ canvasElement });
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** The webhook did not come in time: the card may have been charged. */
export const Unknown: Story = {
  args: { patienceMs: 0 },
  beforeEach: openShop((shop) => shop.holdWebhooks()),
  play: payAndSee('4242424242424242', 'unknown', /Please do not pay again/),
};

/** A backend that answers a client secret alone has no status to follow: the shop has the last word. */
export const LeftToTheShop: Story = {
  args: { patienceMs: 0 },
  beforeEach: openShop((shop, orderId) => [
    http.post('*/api/hajiq/payments', async () => {
      const { clientSecret } = await shop.createPayment(orderId);
      return Response.json({ clientSecret });
    }),
  ]),
  play: payAndSee('4242424242424242', 'unknown', /The shop will confirm/),
};

/** The train is in a tunnel: the page says so, and goes on when it is out. */
export const Offline: Story = {
  beforeEach: openShop((shop) => {
    shop.holdWebhooks();
    spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  }),
  play: payAndSee('4242424242424242', 'verifying', /You are offline/),
};

/** Another window of this browser is paying the order: this one offers nothing, and follows. */
export const Elsewhere: Story = {
  beforeEach: openShop((_, orderId) => {
    const name = `hajiq-checkout ${JSON.stringify(['/api/hajiq', orderId])}`;
    void navigator.locks.request(name, () => new Promise(() => {}));
  }),
  play: payAndSee('4242424242424242', 'elsewhere', /another window/),
};

/** The page shows one total, and the server has another: the customer is told before anything is confirmed. */
export const TotalChanged: Story = {
  args: { total: { amount: 4500, currency: 'USD' } },
  play: see('ready', /The total has changed/),
};

/** The webhook has come: the backend says *paid*. */
export const Succeeded: Story = { play: payAndSee('4242424242424242', 'succeeded', /^Paid$/) };

/** The bank took its time, and then said no: Stripe answered *processing*, and the webhook told the rest. */
export const Failed: Story = {
  beforeEach: openShop((shop, orderId) => [
    http.post('*/sandbox/v1/payment_intents/:id/confirm', async ({ request }) => {
      const { headers } = request;
      const url = new URL(request.url.replace('/confirm', ''));
      const order = await shop.createPayment(orderId);
      await shop.charge(order, '4000000000000002');
      url.searchParams.set('client_secret', order.clientSecret);
      const intent = await shop.stripe(
        new Request(url, { headers: { Authorization: headers.get('Authorization') ?? '' } }),
      );
      return Response.json({ ...(await intent.json()), status: 'processing' });
    }),
  ]),
  play: payAndSee('4000000000000002', 'failed', /did not go through/),
};

/** The shop withdrew the payment while the card was being confirmed, and Stripe could not be asked. */
export const Cancelled: Story = {
  beforeEach: openShop((shop, orderId) => [
    http.post('*/sandbox/v1/payment_intents/:id/confirm', async () => {
      await shop.change(await shop.createPayment(orderId), 'cancel');
      return Response.error();
    }),
    http.get('*/sandbox/v1/payment_intents/:id', () => Response.error()),
  ]),
  play: payAndSee('4242424242424242', 'cancelled', /was cancelled/),
};

/** The money went back before the page was opened again. */
export const Refunded: Story = {
  beforeEach: openShop(async (shop, orderId) => {
    const order = await shop.createPayment(orderId);
    await shop.charge(order, '4242424242424242');
    await shop.change(order, 'refunds');
  }),
  play: see('refunded', /went back to your card/),
};

/** The backend is down: a click tries again. */
export const Unavailable: Story = {
  beforeEach: openShop(() => [
    http.post('*/api/hajiq/payments', () => Response.json({ error: {} }, { status: 500 })),
  ]),
  play: see('unavailable', /not available/),
};

/** The shop does not know the order: trying again would not help, and is not offered. */
export const NotPayable: Story = {
  args: { orderId: 'ORDER-404' },
  play: async ({ canvasElement }) => {
    await see('unavailable', /cannot be paid here/)({ canvasElement });
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};
