import { expect, test } from './test.ts';

test.use({ shopSettings: { locale: 'ar-AE' } });

test('pays in Arabic with the keyboard alone, after a decline', async ({ checkout, page, shop }) => {
  const orderId = await checkout.buy(shop.url);
  const root = page.locator('[data-hajiq-part="root"]');
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('lang', 'ar-AE');
  await expect(checkout.payButton).toBeEnabled();
  await expect(checkout.payButton).toContainText('ادفع');

  await checkout.typeCard('4000000000009995');
  await page.keyboard.press('Enter');
  await checkout.expectState('declined');
  await expect(checkout.status).toContainText('الرصيد');

  await checkout.typeCard('4242424242424242');
  await page.keyboard.press('Enter');
  await checkout.expectState('succeeded');
  await expect(checkout.status).toContainText('تم الدفع');
  await expect(checkout.status.locator('bdi')).toBeVisible();
  await checkout.expectFulfilled(orderId);
});
