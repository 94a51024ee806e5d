import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture, type MerchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from '../store/memoryStore.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

interface LostFixture {
  merchant: MerchantFixture;
  payment: { paymentId: string; statusToken: string; clientSecret: string };
  status: (headers?: Record<string, string>) => Promise<string>;
}

/** A payment that the customer has paid, and of which no webhook comes. */
async function lostFixture(options: Parameters<typeof merchantFixture>[0] = {}): Promise<LostFixture> {
  const merchant = merchantFixture(options);
  merchant.sandbox.holdWebhooks();
  const payment = await (await merchant.createPayment()).json();
  const status = async (headers = {}) => (await (await merchant.readStatus(payment, headers)).json()).status;
  return { merchant, payment, status };
}

describe('a payment whose webhook is lost', () => {
  it('is settled and fulfilled by one read of the gateway, once somebody asks after it', async () => {
    const { merchant, payment, status } = await lostFixture();
    await merchant.confirm(payment.clientSecret);
    expect(await status()).toBe('pending');
    pass(31_000);
    expect(await status()).toBe('succeeded');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    merchant.sandbox.releaseWebhooks();
    await expect.poll(() => merchant.sandbox.deliveries()[0]?.state).toBe('delivered');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('wakes the browser that waits for it', async () => {
    const { merchant, payment, status } = await lostFixture();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    await merchant.confirm(payment.clientSecret);
    pass(31_000);
    expect(await status({ Prefer: 'wait=20', 'If-None-Match': etag })).toBe('succeeded');
  });

  it('costs one read in half a minute, however many ask', async () => {
    const { merchant, status } = await lostFixture();
    const before = merchant.gatewayCalls();
    pass(31_000);
    await Promise.all(Array.from({ length: 50 }, () => status()));
    expect(merchant.gatewayCalls() - before).toBe(1);
    pass(31_000);
    await status();
    expect(merchant.gatewayCalls() - before).toBe(2);
  });

  it('is answered all the same when the gateway cannot be read', async () => {
    const { merchant, status } = await lostFixture({
      gatewayPaths: { retrievePaymentIntent: '/nowhere/{id}' },
    });
    pass(31_000);
    expect(await status()).toBe('pending');
    await expect.poll(() => merchant.log.join('\n')).toContain('could not be read from the gateway');
  });

  it('is found by a sweep, although nobody asks', async () => {
    const { merchant, payment } = await lostFixture();
    await merchant.confirm(payment.clientSecret);
    expect(await merchant.handler.sweep()).toMatchObject({ settledPayments: 0 });
    pass(16 * MINUTE);
    expect(await merchant.handler.sweep()).toEqual({ handledEvents: 0, settledPayments: 1, failures: 0 });
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(await merchant.handler.sweep()).toMatchObject({ settledPayments: 0 });
  });

  it('is read by sweeps at growing intervals for a week, and then no more', async () => {
    const { merchant } = await lostFixture();
    const before = merchant.gatewayCalls();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      pass(MINUTE);
      await merchant.handler.sweep();
    }
    const inAnHour = merchant.gatewayCalls() - before;
    expect(inAnHour).toBeGreaterThan(1);
    expect(inAnHour).toBeLessThan(7);
    pass(8 * 24 * 60 * MINUTE);
    await merchant.handler.sweep();
    expect(merchant.gatewayCalls() - before).toBe(inAnHour);
  });
});

describe('a sweep', () => {
  it('keeps neither a browser nor a stale delivery from asking the gateway', async () => {
    const { merchant, payment, status } = await lostFixture();
    pass(24 * 60 * MINUTE);
    await merchant.handler.sweep();
    await merchant.confirm(payment.clientSecret);
    pass(MINUTE);
    expect((await deliver(merchant, eventFor(merchant), { age: 1000 })).status).toBe(200);
    expect(await status()).toBe('succeeded');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('reads a payment that could not be withdrawn, for its old page may have paid it', async () => {
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        return request.url.endsWith('/cancel')
          ? new Response('', { status: 404 })
          : merchant.sandbox.fetch(request);
      },
    });
    merchant.sandbox.holdWebhooks();
    const old = await (await merchant.createPayment()).json();
    merchant.orders['ORDER-1'] = { amount: 7000, currency: 'USD' };
    await merchant.createPayment();
    await merchant.confirm(old.clientSecret);
    pass(16 * MINUTE);
    await merchant.handler.sweep();
    expect(merchant.log.join('\n')).toContain('error: money arrived and nothing was fulfilled');
  });

  it('finishes what a process left that died, though the shop was closed for a day', async () => {
    const store = memoryStore();
    const dying = await lostFixture({
      store: {
        ...store,
        lease: async (key, ms) => (key.startsWith('fulfil') ? new Promise(() => {}) : store.lease(key, ms)),
      },
    });
    const event = eventFor(dying.merchant);
    void deliver(dying.merchant, event);
    await expect.poll(async () => (await store.findEvents({ eventId: event.id }))[0]?.state).toBe('due');
    pass(25 * 60 * MINUTE);
    const next = merchantFixture({ store });
    expect((await next.handler.sweep()).handledEvents).toBe(1);
    expect(next.fulfilled).toEqual(['ORDER-1']);
  });

  it('sets an event aside of which no payment becomes known in a day, with an alarm', async () => {
    const { merchant } = await lostFixture();
    const stranger = eventFor(merchant, { id: crypto.randomUUID(), externalReferenceId: 'ORDER-404' });
    expect((await deliver(merchant, stranger)).status).toBe(503);
    pass(23 * 60 * MINUTE);
    await merchant.handler.sweep();
    expect(merchant.log.join('\n')).not.toContain('error:');
    pass(2 * 60 * MINUTE);
    await merchant.handler.sweep();
    expect(merchant.log.join('\n')).toContain('error: event set aside: no payment is known');
  });

  it('outlasts a shop whose database is away for an hour', async () => {
    let isAway = true;
    const { merchant, payment, status } = await lostFixture({
      onPaymentSucceeded: () => {
        if (isAway) throw new Error('the database is away');
      },
    });
    await merchant.confirm(payment.clientSecret);
    pass(31_000);
    await status();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      pass(MINUTE);
      await merchant.handler.sweep();
    }
    isAway = false;
    pass(60 * MINUTE);
    expect((await merchant.handler.sweep()).handledEvents).toBe(1);
  });

  it('understands a gateway that writes no date as the zero of its language', async () => {
    let isAway = true;
    const merchant: MerchantFixture = merchantFixture({
      onPaymentSucceeded: () => {
        if (isAway) throw new Error('the database is away');
      },
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const answer = await merchant.sandbox.fetch(request);
        if (request.method !== 'GET') return answer;
        const { success, data } = await answer.json();
        return Response.json({ success, data: { ...data, completedAt: '0001-01-01T00:00:00Z' } });
      },
    });
    merchant.sandbox.holdWebhooks();
    const payment = await (await merchant.createPayment()).json();
    await merchant.confirm(payment.clientSecret);
    pass(31_000);
    await merchant.readStatus(payment);
    isAway = false;
    pass(5 * MINUTE);
    expect((await merchant.handler.sweep()).handledEvents).toBe(1);
  });
});

describe('an event whose handler never returned', () => {
  it('is run again by a sweep, at growing intervals', async () => {
    let runs = 0;
    const { merchant } = await lostFixture({
      onPaymentSucceeded: () => {
        runs += 1;
        if (runs === 1) throw new Error('the database is away');
      },
    });
    await deliver(merchant, eventFor(merchant));
    expect((await merchant.handler.sweep()).handledEvents).toBe(0);
    pass(MINUTE + 1);
    expect((await merchant.handler.sweep()).handledEvents).toBe(0);
    pass(3 * MINUTE);
    expect((await merchant.handler.sweep()).handledEvents).toBe(1);
    expect(runs).toBe(2);
  });

  it('stops a sweep from nothing else when it throws again', async () => {
    const { merchant, payment } = await lostFixture({
      onPaymentFailed: () => {
        throw new Error('never');
      },
    });
    await deliver(merchant, eventFor(merchant, {}, 'payment.failed'));
    await merchant.confirm(payment.clientSecret);
    pass(16 * MINUTE);
    expect(await merchant.handler.sweep()).toEqual({ handledEvents: 0, settledPayments: 1, failures: 1 });
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });
});
