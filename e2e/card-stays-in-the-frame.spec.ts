import { expect, test } from './test.ts';

const CARD = '4242424242424242';

declare global {
  interface Window {
    /** All that reached the page's own JavaScript. */
    seenByPage?: string[];
  }
}

/** Whether a text holds the card, however it is grouped. */
const holdsCard = (text: string) => text.replaceAll(/[\s%+]|20/g, '').includes(CARD);

test.skip(({ browserName }) => browserName === 'firefox', 'its driver gives no bodies of requests');

test('the page’s own JavaScript never sees the card', async ({ checkout, page, shop }) => {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const seen: string[] = [];
    window.seenByPage = seen;
    const note = (event: Event) => {
      if (event instanceof MessageEvent) seen.push(JSON.stringify(event.data));
      if (event instanceof KeyboardEvent) seen.push(event.key);
      if (event instanceof InputEvent) seen.push(event.data ?? '');
    };
    const listen = EventTarget.prototype.addEventListener;
    for (const type of ['message', 'keydown', 'keyup', 'input', 'beforeinput', 'paste'])
      listen.call(window, type, note, true);
    const start = MessagePort.prototype.start;
    MessagePort.prototype.start = function watchedStart() {
      listen.call(this, 'message', note);
      start.call(this);
    };
    const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      ...handler,
      set(this: MessagePort, value: unknown) {
        listen.call(this, 'message', note);
        handler?.set?.call(this, value);
      },
    });
  });

  const cardRequests: { to: string; by: string }[] = [];
  page.on('request', (request) => {
    if (holdsCard(request.url() + (request.postData() ?? ''))) {
      cardRequests.push({ to: new URL(request.url()).origin, by: new URL(request.frame().url()).origin });
    }
  });

  await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('succeeded');

  const seen = await page.evaluate(() => window.seenByPage ?? []);
  expect(seen.length, 'the watch itself works').toBeGreaterThan(0);
  expect(holdsCard(seen.join('')), 'a message held the card').toBe(false);
  expect(seen.join('').replaceAll(/\D/g, '')).not.toContain(CARD);
  expect(holdsCard(await page.content()), 'the document held the card').toBe(false);
  expect(cardRequests).toEqual([{ to: shop.sandbox.url, by: shop.sandbox.url }]);
  expect(shop.sandbox.url).not.toBe(shop.url);
});
