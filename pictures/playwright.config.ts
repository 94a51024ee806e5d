import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromium } from '../chromium.config.ts';

/** Text is drawn as its outlines are, on every machine: `fonts.conf` says so to a browser with a window as well. */
const drawing = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];
const FONTCONFIG_FILE = join(import.meta.dirname, 'fonts.conf');

/** No picture needs more than this machine. Unlike a route, this leaves the browser its cache. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/pictures',
  globalTeardown: './squeezePictures.ts',
  snapshotPathTemplate: 'baseline/{arg}{ext}',
  // A picture that is missing is a fault; only `npm run pictures:renew` takes pictures.
  updateSnapshots: 'none',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  timeout: 90_000,
  // Another browser's edges of letters pass; a colour, an icon or a shift by a few pixels does not.
  expect: { timeout: 20_000, toHaveScreenshot: { threshold: 0.03, maxDiffPixels: 40 } },
  use: {
    launchOptions: {
      ...chromium,
      args: [...chromium.args, ...drawing, offline],
      env: { ...process.env, FONTCONFIG_FILE },
    },
  },
});
