import type { Locator, Page } from '@playwright/test';
import type { Variant } from './variants.ts';

interface Preview {
  channel: { last: (event: string) => [{ status?: string; message?: string }] | undefined };
  view: { showMain: () => void };
}

declare global {
  interface Window {
    /** Storybook's own, inside the frame of a story. */
    __STORYBOOK_PREVIEW__?: Preview;
  }
}

/** The page in which Storybook shows a story. */
export class StoryPage {
  readonly #page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  /** Shows a story and waits until its play function is over. */
  async open(id: string, { globals, width }: Variant): Promise<void> {
    const chosen = Object.entries({ ...globals, 'a11y.manual': '!true' }).map((pair) => pair.join(':'));
    const query = new URLSearchParams({ id, viewMode: 'story', globals: chosen.join(';') });
    await this.#page.setViewportSize({ width, height: 720 });
    await this.#page.goto(`${this.#url}iframe.html?${query.toString()}`);
    const ending = await this.#page.waitForFunction(() => {
      // oxlint-disable-next-line no-underscore-dangle -- its name is Storybook's
      const channel = window.__STORYBOOK_PREVIEW__?.channel;
      if (channel?.last('storyFinished') === undefined) return undefined;
      return { fault: channel.last('playFunctionThrewException')?.[0].message };
    });
    const fault = (await ending.jsonValue())?.fault;
    if (fault === undefined) return;
    // What a play function looks for is in English: in another language it comes as far as the words.
    if (globals.language === undefined) throw new Error(`The play function of ${id} failed: ${fault}`);
    // oxlint-disable-next-line no-underscore-dangle -- its name is Storybook's
    await this.#page.evaluate(() => window.__STORYBOOK_PREVIEW__?.view.showMain());
  }

  /** What the picture is taken of: the story, or the whole page where something lies over it. */
  async subject(): Promise<Page | Locator> {
    const overlays = await this.#page.locator('body > div > iframe:visible').count();
    return overlays > 0 ? this.#page : this.#page.locator('#storybook-root');
  }
}
