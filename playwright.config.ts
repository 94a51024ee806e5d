import { defineConfig, devices, type Project } from '@playwright/test';
import { chromium } from './chromium.config.ts';
import type { Fixtures } from './e2e/test.ts';

type Journeys = Project<Pick<Fixtures, 'fields'>>;

const inChromium = { ...devices['Desktop Chrome'], launchOptions: chromium };

// The channel lets Playwright drive a Firefox that is not its own.
const inFirefox = {
  ...devices['Desktop Firefox'],
  channel: 'moz-firefox',
  launchOptions: { executablePath: process.env.FIREFOX_PATH },
};

// Chromium alone can be told to keep its memory of pages.
const testIgnore = '**/comes-back.spec.ts';

const firefox: Journeys[] = [
  { name: 'firefox', testIgnore, use: inFirefox },
  { name: 'firefox-payment', testIgnore, use: { ...inFirefox, fields: 'payment' } },
];

/** Every journey with either kind of fields, in every browser that is here. */
export default defineConfig<Pick<Fixtures, 'fields'>>({
  testDir: 'e2e',
  // Without the source's own paths: the journeys run what is built and shipped.
  tsconfig: 'e2e/tsconfig.json',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Long enough for a machine that is busy: nothing waits for them where it is not.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'chromium', use: inChromium },
    { name: 'chromium-payment', use: { ...inChromium, fields: 'payment' } },
    ...(process.env.FIREFOX_PATH === undefined ? [] : firefox),
  ],
});
