import { expect, test } from './test.ts';

const CARD = '4242424242424242';

test('pays with a card, and the webhook fulfils the order', async ({ checkout, shop }) => {
  const orderId = await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');
  await expect(checkout.status).toContainText('Paid');
  await checkout.expectFulfilled(orderId);
  expect(shop.sandbox.deliveries()).toMatchObject([{ type: 'payment.succeeded', state: 'delivered' }]);
});

test('pays with the keyboard alone', async ({ checkout, page, shop }) => {
  await page.goto(shop.url);
  await page
    .getByRole('button', { name: /buy now/i })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/checkout/*');
  await expect(checkout.payButton).toBeEnabled();
  await checkout.typeCard(CARD);
  await page.keyboard.press('Enter');
  await checkout.expectState('succeeded');
});

test('shows the price of the server, whatever the browser sends', async ({ checkout, page, shop }) => {
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (input, init) => {
      if (typeof init?.body !== 'string') return send(input, init);
      const body = { ...(JSON.parse(init.body) as object), amount: 100, currency: 'SAR' };
      return send(input, { ...init, body: JSON.stringify(body) });
    };
  });
  const orderId = await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');
  const order = await shop.orders.find(orderId);
  expect(shop.sandbox.payments()).toMatchObject([
    { amount: order?.amount, currency: order?.currency.toUpperCase() },
  ]);
});
