import { test as base, expect } from '@playwright/test';
import { SANDBOX_DEFAULTS } from 'hajiq-checkout/sandbox';
import { serveSandbox, type RunningSandbox } from 'hajiq-checkout/sandbox/node';
import { servePages, type RunningPages } from './servePages.ts';

interface Fixtures {
  sandbox: RunningSandbox;
  pages: RunningPages;
  /** Goes to a page with an intent of its own, and gives the intent's client secret. */
  open: (name: string, query?: Record<string, string>) => Promise<string>;
  /** Console lines that this test is about, and that do not fail it. */
  expectedConsole: RegExp;
}

/** The browser's own line about an answer that is an error. */
const REFUSAL = /status of 40[0-9]/;

/** Makes an intent as a merchant's backend does. */
async function createIntent({ gatewayUrl }: RunningSandbox): Promise<string> {
  const response = await fetch(`${gatewayUrl}/payment-intents`, {
    method: 'POST',
    headers: { 'X-API-Key': SANDBOX_DEFAULTS.apiKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ amount: 5000, currency: 'usd' }),
  });
  const { data } = await response.json();
  return String(data.clientSecret);
}

/** A test of the stand-in alone, with pages that know nothing of this package. It fails when the console complains. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern
  expectedConsole: async ({}, provide) => provide(REFUSAL),

  // oxlint-disable-next-line no-empty-pattern -- as above
  sandbox: async ({}, provide) => {
    const sandbox = await serveSandbox({ port: 0 });
    await provide(sandbox);
    await sandbox.stop();
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  pages: async ({}, provide) => {
    const pages = await servePages();
    await provide(pages);
    await pages.stop();
  },

  open: async ({ page, sandbox, pages, expectedConsole }, provide) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await provide(async (name, query = {}) => {
      const clientSecret = await createIntent(sandbox);
      const given = { stripeJs: sandbox.stripeJsUrl, clientSecret, ...query };
      await page.goto(`${pages.url}/${name}?${new URLSearchParams(given).toString()}`);
      return clientSecret;
    });
    expect(
      complaints.filter((line) => !expectedConsole.test(line)),
      'the console complained',
    ).toEqual([]);
  },
});

export { expect };
