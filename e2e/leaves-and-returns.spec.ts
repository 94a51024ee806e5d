import { expect, test } from './test.ts';

const CARD = '4242424242424242';

test('goes on verifying when the customer looks elsewhere in the shop and comes back', async ({
  checkout,
  page,
  shop,
}) => {
  shop.sandbox.holdWebhooks();
  await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('verifying');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  await page.goBack();
  await checkout.expectState('verifying');
  await expect(checkout.payButton).toHaveCount(0);
  shop.sandbox.releaseWebhooks();
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()[0]?.attempts).toHaveLength(1);
});

test('charges once when the customer leaves while the card is being charged', async ({
  checkout,
  page,
  shop,
}) => {
  let letThrough = () => {};
  const isOpen = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/v1/payment_intents/*/confirm', async (route) => {
    await isOpen;
    await route.continue();
  });
  await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('confirming');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  letThrough();
  await page.goBack();
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()[0]?.attempts).toHaveLength(1);
});

test.describe('when the connection is lost on the way to Stripe', () => {
  test.use({ expectedConsole: /ERR_FAILED|status of 400/ });

  test.skip(({ browserName }) => browserName === 'firefox', 'its driver gives no bodies of requests');

  test('says that it was lost and no more, and hears of the charge that arrives all the same', async ({
    checkout,
    page,
    shop,
  }) => {
    let lateRequest: (() => Promise<unknown>) | undefined;
    await page.route('**/v1/payment_intents/*/confirm', async (route) => {
      const request = route.request();
      lateRequest = () =>
        fetch(request.url(), { method: 'POST', headers: request.headers(), body: request.postData() ?? '' });
      await route.abort();
    });
    const orderId = await checkout.buy(shop.url);
    await checkout.pay(CARD);
    await expect(checkout.status).toContainText('The connection was lost');
    await expect(checkout.status).not.toContainText('not charged');
    await lateRequest?.();
    await checkout.expectState('succeeded');
    await checkout.expectFulfilled(orderId);
  });
});
