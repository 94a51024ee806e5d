import { chromium } from '../chromium.config.ts';
import { CheckoutPage } from './CheckoutPage.ts';
import { expect, test } from './test.ts';

// Playwright turns the browser's memory of pages off.
test.use({
  launchOptions: { ...chromium, ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  expectedConsole: /status of 409/,
});

test('offers nothing that was paid elsewhere when the browser shows the page again as it was', async ({
  browser,
  checkout,
  page,
  shop,
}) => {
  await checkout.buy(shop.url);
  await page.goto(page.url());
  await expect(checkout.payButton).toBeEnabled();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.shown = persisted ? 'from memory' : 'anew';
    });
  });
  const address = page.url();
  await page.goto(`${shop.url}/orders`);

  // On another device, so that no window tells another.
  const elsewhere = new CheckoutPage(await (await browser.newContext()).newPage());
  await elsewhere.page.goto(address);
  await elsewhere.pay('4242424242424242');
  await elsewhere.expectState('succeeded');

  // A page out of memory is never loaded: nothing here would wait for it.
  await page.evaluate(() => history.back());
  await expect(page.locator('html')).toHaveAttribute('data-shown', 'from memory');
  await checkout.expectState('succeeded');
  await expect(checkout.payButton).toHaveCount(0);
});
