import { expect, test } from './test.ts';

test('says neither paid nor failed until the webhook comes', async ({ checkout, shop }) => {
  shop.sandbox.holdWebhooks();
  const orderId = await checkout.buy(shop.url);
  await checkout.pay('4242424242424242');
  await checkout.expectState('verifying');
  await expect(checkout.status).toContainText('do not pay again');
  await expect(checkout.payButton).toHaveCount(0);
  expect(await shop.orders.find(orderId)).not.toHaveProperty('fulfilledAt', expect.anything());
  shop.sandbox.releaseWebhooks();
  await checkout.expectState('succeeded');
  await checkout.expectFulfilled(orderId);
});

test('offers nothing to pay when the page is loaded anew before the webhook comes', async ({
  checkout,
  page,
  shop,
}) => {
  shop.sandbox.holdWebhooks();
  await checkout.buy(shop.url);
  await checkout.pay('4242424242424242');
  await checkout.expectState('verifying');
  await page.reload();
  await checkout.expectState('verifying');
  await expect(checkout.payButton).toHaveCount(0);
  shop.sandbox.releaseWebhooks();
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()[0]?.attempts).toHaveLength(1);
});
