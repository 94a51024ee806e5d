import { defineConfig, devices } from '@playwright/test';
import { chromium } from './chromium.config.ts';

export default defineConfig({
  testDir: 'e2e',
  // Without the source's own paths: the journeys run what is built and shipped.
  tsconfig: 'e2e/tsconfig.json',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    trace: 'retain-on-failure',
    launchOptions: chromium,
  },
});
