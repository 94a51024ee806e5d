import { test as base, expect, type ConsoleMessage } from '@playwright/test';
import { CheckoutPage } from './CheckoutPage.ts';
import { startShop, type RunningShop, type ShopSettings } from './startShop.ts';

export interface Fixtures {
  shop: RunningShop;
  shopSettings: ShopSettings;
  /** What the shop's customers fill in. */
  fields: NonNullable<ShopSettings['fields']>;
  checkout: CheckoutPage;
  /** Console lines that this test is about, and that do not fail it. */
  expectedConsole: RegExp;
}

/** The browser's own line about a declined confirmation: Stripe answers 402. */
const DECLINE = /status of 402/;

function describe(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()} (${message.location().url})`;
}

/** A test with a shop of its own. It fails when a request leaves this machine, or the console complains. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern
  expectedConsole: async ({}, provide) => provide(DECLINE),

  shopSettings: [{}, { option: true }],
  fields: ['card', { option: true }],

  shop: async ({ shopSettings, fields }, provide) => {
    const shop = await startShop({ fields, ...shopSettings });
    await provide(shop);
    await shop.stop();
  },

  checkout: async ({ page, context, expectedConsole }, provide) => {
    const complaints: string[] = [];
    const strays: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(describe(message));
    });
    await context.route(/^https?:\/\/(?!localhost[:/])/, (route) => {
      strays.push(route.request().url());
      return route.abort();
    });
    await provide(new CheckoutPage(page));
    const unexpected = complaints.filter((line) => !expectedConsole.test(line));
    expect(unexpected, 'the console complained').toEqual([]);
    expect(strays, 'a request left this machine').toEqual([]);
  },
});

export { expect };
