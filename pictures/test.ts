import { test as base } from '@playwright/test';
import { serveStorybook } from './serveStorybook.ts';
import { StoryPage } from './StoryPage.ts';

interface WorkerFixtures {
  storybookUrl: string;
  storyPage: StoryPage;
}

/** A test with the built Storybook, in one page for all tests of a worker. */
export const test = base.extend<object, WorkerFixtures>({
  storybookUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern
    async ({}, provide) => {
      const server = await serveStorybook();
      await provide(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    { scope: 'worker' },
  ],

  storyPage: [
    async ({ browser, storybookUrl }, provide) => {
      const context = await browser.newContext({
        deviceScaleFactor: 1,
        locale: 'en-GB',
        reducedMotion: 'reduce',
        timezoneId: 'UTC',
      });
      await provide(new StoryPage(await context.newPage(), storybookUrl));
      await context.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
