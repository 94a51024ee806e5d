import { expect, test } from './test.ts';

test.describe('when Stripe.js is blocked', () => {
  test.use({ expectedConsole: /ERR_FAILED|stripe_js_unreachable|Failed to load Stripe\.js/ });

  test.skip(({ browserName }) => browserName === 'firefox', 'its driver passes on no bodies of requests');

  test('says so, and works after a click once it is let through', async ({ checkout, page, shop }) => {
    let isBlocked = true;
    await page.route(`${shop.sandbox.url}/endive/**`, (route) => route.abort());
    // What the page asks of Stripe itself, the sandbox answers, once it is let through.
    await page.route(/^https:\/\/(js|api)\.stripe\.com\//, async (route) => {
      if (isBlocked) return route.abort();
      const url = route
        .request()
        .url()
        .replace(/^https:\/\/\w+\.stripe\.com/, shop.sandbox.url);
      return route.fulfill({ response: await route.fetch({ url }) });
    });
    const orderId = await checkout.buy(shop.url);
    await checkout.expectState('unavailable');
    await expect(checkout.status).toContainText('Payment is not available right now');
    isBlocked = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await checkout.pay('4242424242424242');
    await checkout.expectState('succeeded');
    await checkout.expectFulfilled(orderId);
  });
});

test.describe('when the backend is down', () => {
  test.use({ expectedConsole: /ERR_FAILED|backend_unreachable/ });

  test('says so, and works after a click once it is up', async ({ checkout, page, shop }) => {
    let isDown = true;
    await page.route('**/api/hajiq/payments', (route) => (isDown ? route.abort() : route.fallback()));
    const orderId = await checkout.buy(shop.url);
    await checkout.expectState('unavailable');
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await checkout.pay('4242424242424242');
    await checkout.expectState('succeeded');
    await checkout.expectFulfilled(orderId);
  });
});

test.describe('when the status cannot be read', () => {
  test.use({ expectedConsole: /ERR_FAILED/ });

  test('goes on verifying, and never says failed', async ({ checkout, page, shop }) => {
    let isDown = true;
    await page.route('**/api/hajiq/payments/*', (route) => (isDown ? route.abort() : route.fallback()));
    await checkout.buy(shop.url);
    await checkout.pay('4242424242424242');
    await checkout.expectState('verifying');
    await expect.poll(() => shop.sandbox.deliveries()[0]?.state).toBe('delivered');
    await checkout.expectState('verifying');
    isDown = false;
    await checkout.expectState('succeeded');
  });
});

test('a forged webhook fulfils nothing', async ({ checkout, request, shop }) => {
  const orderId = await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  const [payment] = shop.sandbox.payments();
  const event = {
    id: 'evt_forged',
    type: 'payment.succeeded',
    created: Math.floor(Date.now() / 1000),
    data: { object: { ...payment, status: 'succeeded' } },
  };
  const answer = await request.post(`${shop.url}/api/hajiq/webhook`, {
    data: event,
    headers: { 'X-HajiQ-Signature': `t=${event.created},v1=${'0'.repeat(64)}` },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'signature_mismatch' } });
  expect(await shop.orders.find(orderId)).toMatchObject({ payment: 'open' });
});
