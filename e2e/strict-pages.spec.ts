import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** Collects what the library tells the developer. */
function listen(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('[hajiq-checkout]')) lines.push(message.text());
  });
  return lines;
}

test.describe('a page whose policy does not know Stripe', () => {
  test.use({
    expectedConsole: /Content.Security.Policy|stripe_js_unreachable|Failed to load Stripe/,
    shopSettings: { policy: `default-src 'self'`, hasStandIn: false },
  });

  test('cannot pay, and tells the developer which directives are missing', async ({
    checkout,
    page,
    shop,
  }) => {
    const told = listen(page);
    await checkout.buy(shop.url);
    await checkout.expectState('unavailable');
    expect(told.join()).toMatch(/stripe_js_unreachable.*script-src and frame-src/);
  });
});

test.describe('a page with Trusted Types', () => {
  const policy = `require-trusted-types-for 'script'; trusted-types 'none'`;

  test.describe('and the tag of Stripe.js in its HTML', () => {
    test.use({ shopSettings: { policy } });

    test('takes a payment', async ({ checkout, shop }) => {
      await checkout.buy(shop.url);
      await checkout.pay('4242424242424242');
      await checkout.expectState('succeeded');
    });
  });

  test.describe('without the tag', () => {
    test.use({
      expectedConsole: /TrustedScriptURL|injection sink|stripe_js_unreachable/,
      shopSettings: { policy, hasStandIn: false },
    });

    test('cannot pay, and tells the developer of the tag', async ({ checkout, page, shop }) => {
      const told = listen(page);
      await checkout.buy(shop.url);
      await checkout.expectState('unavailable');
      expect(told.join()).toMatch(/Trusted Types.*tag/);
    });
  });
});
