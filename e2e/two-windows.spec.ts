import type { BrowserContext, Page } from '@playwright/test';
import { CheckoutPage } from './CheckoutPage.ts';
import { expect, test } from './test.ts';

const CARD = '4242424242424242';
const CHALLENGED_CARD = '4000000000003220';

// The browser's own lines: a declined card (402), and a payment that is settled (409).
test.use({ expectedConsole: /status of (402|409)/ });

async function openBeside(page: Page, context: BrowserContext): Promise<CheckoutPage> {
  const second = new CheckoutPage(await context.newPage());
  await second.page.goto(page.url());
  await expect(second.payButton).toBeEnabled();
  return second;
}

test('one window pays at a time, and the other follows it', async ({ checkout, context, page, shop }) => {
  await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  const second = await openBeside(page, context);
  await checkout.pay(CHALLENGED_CARD);
  await expect(checkout.challenge.locator('#test-source-authorize-3ds')).toBeVisible();

  await second.pay(CARD);
  await second.expectState('elsewhere');
  await expect(second.status).toContainText('being paid in another window');
  await expect(second.payButton).toHaveCount(0);

  await checkout.challenge.locator('#test-source-authorize-3ds').click();
  await checkout.expectState('succeeded');
  await second.page.bringToFront();
  await second.expectState('succeeded');
  expect(shop.sandbox.payments()).toHaveLength(1);
  const cards = shop.sandbox.payments()[0]?.attempts.map(({ last4 }) => last4);
  expect(new Set(cards)).toEqual(new Set([CHALLENGED_CARD.slice(-4)]));
});

test('a decline in one window leaves the order to the other', async ({ checkout, context, page, shop }) => {
  await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  const second = await openBeside(page, context);
  await checkout.pay(CHALLENGED_CARD);
  await expect(checkout.challenge.locator('#test-source-fail-3ds')).toBeVisible();
  await second.pay(CARD);
  await second.expectState('elsewhere');
  await checkout.challenge.locator('#test-source-fail-3ds').click();
  await second.pay(CARD);
  await second.expectState('succeeded');
  // What nobody looks at asks nothing.
  await page.bringToFront();
  await checkout.expectState('succeeded');
  expect(shop.sandbox.payments()).toHaveLength(1);
});

test('a window that shows an old price cannot pay it', async ({ checkout, context, page, shop }) => {
  const orderId = await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  const before = (await shop.orders.find(orderId))?.amount ?? 0;
  await shop.reprice(orderId, before + 100);
  const second = new CheckoutPage(await context.newPage());
  await second.page.goto(page.url());

  await expect(checkout.status).toContainText('The total has changed');
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');
  await second.expectState('succeeded');
  const paid = shop.sandbox.payments().map(({ amount, status }) => [amount, status]);
  expect(paid).toEqual([
    [before, 'cancelled'],
    [before + 100, 'succeeded'],
  ]);
});
