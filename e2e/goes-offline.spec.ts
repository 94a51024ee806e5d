import { expect, test } from './test.ts';

const CARD = '4242424242424242';

// The browser's own lines about requests that found no network, and ours about the backend.
test.use({
  expectedConsole:
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|backend_unreachable|offline|CORS request did not succeed/i,
});

test('offers the payment again after a tunnel in which the card was submitted', async ({
  checkout,
  context,
  shop,
}) => {
  const orderId = await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  await checkout.fillCard(CARD);
  await context.setOffline(true);
  await checkout.payButton.click();
  await checkout.expectState('verifying');
  await expect(checkout.status).toContainText('You are offline');
  await expect(checkout.payButton).toHaveCount(0);
  await context.setOffline(false);
  await checkout.expectState('ready');
  await expect(checkout.status).toContainText('you cannot be charged twice');
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()).toHaveLength(1);
  await checkout.expectFulfilled(orderId);
});

test('goes on following the payment when the network is back', async ({ checkout, context, shop }) => {
  shop.sandbox.holdWebhooks();
  await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('verifying');
  await context.setOffline(true);
  await expect(checkout.status).toContainText('You are offline');
  await context.setOffline(false);
  await expect(checkout.status).not.toContainText('You are offline');
  shop.sandbox.releaseWebhooks();
  await checkout.expectState('succeeded');
});

test('loads the payment on a click when the network is back', async ({ checkout, context, page, shop }) => {
  await page.route('**/api/hajiq/payments', async (route) => {
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await checkout.buy(shop.url);
  await checkout.expectState('unavailable');
  await page.unroute('**/api/hajiq/payments');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');
});
