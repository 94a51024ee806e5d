import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** A payment that the customer has paid, and of which no webhook comes. */
async function lostFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
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

describe('an event whose handler never returned', () => {
  it('is run again by a sweep, after a minute', async () => {
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
