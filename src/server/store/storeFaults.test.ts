import { afterEach, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from './memoryStore.ts';
import type { PaymentStore } from './PaymentStore.ts';

afterEach(() => void vi.useRealTimers());

/** A store that fails as told, from then on. */
function failingStore() {
  const store = memoryStore();
  let fault: (() => Promise<never>) | undefined;
  const failing = new Proxy(store, {
    get: (target, method: keyof PaymentStore) =>
      fault === undefined ? target[method] : async () => fault?.(),
  });
  return { store: failing, fail: (how: (() => Promise<never>) | undefined) => void (fault = how) };
}

describe('a store that fails', () => {
  it('acknowledges no event, and loses none', async () => {
    const { store, fail } = failingStore();
    const merchant = merchantFixture({ store });
    merchant.sandbox.holdWebhooks();
    await merchant.createPayment();
    const event = eventFor(merchant);
    fail(async () => {
      throw new Error('ECONNREFUSED postgres://shop:canary-password@db');
    });
    const answer = await deliver(merchant, event);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'store_unavailable' } });
    expect((await merchant.createPayment()).status).toBe(503);
    fail(undefined);
    expect((await deliver(merchant, event)).status).toBe(200);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('answers a browser that waits with 503, and not as if it were a fault of its own', async () => {
    const { store, fail } = failingStore();
    const merchant = merchantFixture({ store });
    const payment = await (await merchant.createPayment()).json();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    const find = store.find.bind(store);
    let reads = 0;
    store.find = async (query) => {
      reads += 1;
      if (reads === 1) fail(async () => Promise.reject(new Error('ECONNRESET')));
      return find(query);
    };
    const answer = await merchant.readStatus(payment, { Prefer: 'wait=20', 'If-None-Match': etag });
    expect(answer.status).toBe(503);
  });

  it('tells the browser nothing of it', async () => {
    const { store, fail } = failingStore();
    const merchant = merchantFixture({ store });
    fail(async () => {
      throw new Error('ECONNREFUSED postgres://shop:canary-password@db');
    });
    expect(await (await merchant.createPayment()).text()).not.toContain('canary');
  });

  it('is given up after eight seconds when it hangs, before HajiQ Pay gives us up', async () => {
    const { store, fail } = failingStore();
    const merchant = merchantFixture({ store });
    await merchant.createPayment();
    const event = eventFor(merchant);
    vi.useFakeTimers({ now: Date.now() });
    fail(() => new Promise(() => {}));
    const answer = deliver(merchant, event);
    // Signing the delivery is the engine's own work, which no timer counts.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await answer).status).toBe(503);
  });
});
