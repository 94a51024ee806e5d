import { CheckoutPage } from './CheckoutPage.ts';
import { expect, test } from './test.ts';

const CARD = '4242424242424242';

test('charges once for two clicks and an Enter in the same moment', async ({ checkout, page, shop }) => {
  const orderId = await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  await checkout.fillCard(CARD);
  await checkout.payButton.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
    button.form?.requestSubmit();
  });
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()).toHaveLength(1);
  expect(shop.sandbox.payments()[0]?.attempts).toHaveLength(1);
  await checkout.expectFulfilled(orderId);
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('makes one intent for a page that is loaded again and again', async ({ checkout, page, shop }) => {
  await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  for (let reloads = 0; reloads < 3; reloads += 1) {
    await page.reload();
    await expect(checkout.payButton).toBeEnabled();
  }
  expect(shop.sandbox.payments()).toHaveLength(1);
});

test.describe('an order that is paid already', () => {
  // The browser's own lines: the confirmation is refused (400), and so is a new payment (409).
  test.use({ expectedConsole: /status of (400|409)/ });

  test('charges once when the same order is open in two tabs', async ({ checkout, context, page, shop }) => {
    await checkout.buy(shop.url);
    const second = new CheckoutPage(await context.newPage());
    await second.page.goto(page.url());
    await expect(second.payButton).toBeEnabled();
    await checkout.pay(CARD);
    await checkout.expectState('succeeded');
    // Without a click: the first one has told it.
    await second.expectState('succeeded');
    expect(shop.sandbox.payments()).toHaveLength(1);
    expect(shop.sandbox.payments()[0]?.attempts).toHaveLength(1);
  });

  test('shows a paid order as paid when its checkout is opened again', async ({ checkout, page, shop }) => {
    const orderId = await checkout.buy(shop.url);
    await checkout.pay(CARD);
    await checkout.expectState('succeeded');
    await page.goto(`${shop.url}/checkout/${orderId}`);
    await checkout.expectState('succeeded');
    await expect(checkout.payButton).toHaveCount(0);
  });
});
