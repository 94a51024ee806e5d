import { afterEach, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';

afterEach(() => void vi.useRealTimers());

async function declinedFixture(declines: number, options: Parameters<typeof merchantFixture>[0] = {}) {
  const merchant = merchantFixture({ maxDeclines: 3, ...options });
  merchant.sandbox.holdWebhooks();
  const payment = await (await merchant.createPayment()).json();
  for (let card = 0; card < declines; card += 1) {
    await deliver(merchant, eventFor(merchant, {}, 'payment.failed'));
  }
  return { merchant, payment };
}

describe('an order on which many cards were declined', () => {
  it('stays open to the customer who has tried a few', async () => {
    const { merchant } = await declinedFixture(2);
    expect((await merchant.createPayment()).status).toBe(200);
  });

  it('is locked for an hour, and its payment is withdrawn', async () => {
    const { merchant, payment } = await declinedFixture(3);
    const locked = await merchant.createPayment();
    expect(locked.status).toBe(429);
    expect(await locked.json()).toMatchObject({ error: { code: 'order_locked' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await merchant.confirm(payment.clientSecret)).status).toBe(400);
    expect(merchant.log.join('\n')).toContain('error: too many cards were declined');
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] });
    expect((await merchant.createPayment()).status).toBe(201);
  });

  it('opens to whoever passes the challenge', async () => {
    let isSolved = false;
    const { merchant } = await declinedFixture(3, { challenge: () => isSolved });
    expect((await merchant.createPayment()).status).toBe(403);
    isSolved = true;
    expect((await merchant.createPayment()).status).toBe(201);
  });

  it('is paid all the same when a card passes in the end', async () => {
    const { merchant } = await declinedFixture(2);
    const last = eventFor(merchant, {}, 'payment.failed');
    await deliver(merchant, eventFor(merchant));
    await deliver(merchant, last);
    expect((await merchant.createPayment()).status).toBe(409);
  });

  it('counts a declined card once, however often its event comes', async () => {
    const { merchant } = await declinedFixture(0);
    const event = eventFor(merchant, {}, 'payment.failed');
    for (let delivery = 0; delivery < 6; delivery += 1) await deliver(merchant, event);
    expect((await merchant.createPayment()).status).toBe(200);
  });
});
