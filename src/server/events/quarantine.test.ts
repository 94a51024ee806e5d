import { describe, expect, it } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from '../store/memoryStore.ts';

async function quarantineFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
  const store = memoryStore();
  const merchant = merchantFixture({ store, ...options });
  merchant.sandbox.holdWebhooks();
  const payment = await (await merchant.createPayment()).json();
  const aside = async () =>
    (await store.findEvents({ state: 'quarantined', limit: 9 })).map(({ eventId, reason }) => [
      eventId,
      reason,
    ]);
  return { merchant, payment, store, aside };
}

describe('an event that does not fit', () => {
  it('is kept aside with the reason, and runs when a person has mended what it did not fit', async () => {
    const { merchant, aside } = await quarantineFixture();
    const event = eventFor(merchant, { amount: 100 });
    expect((await deliver(merchant, event)).status).toBe(200);
    expect(await aside()).toEqual([[event.id, 'its amount or currency is not that of the payment']]);
    expect(await merchant.handler.replay(event.id)).toBe('quarantined');
    expect(merchant.fulfilled).toEqual([]);
  });

  it('cannot take the place of another by its id: the first counts, the second is kept aside', async () => {
    const { merchant, aside } = await quarantineFixture();
    const event = eventFor(merchant, {}, 'payment.failed');
    await deliver(merchant, event);
    const second = { ...eventFor(merchant), id: event.id };
    expect((await deliver(merchant, second)).status).toBe(200);
    expect(merchant.fulfilled).toEqual([]);
    expect(await aside()).toEqual([
      [expect.stringMatching(new RegExp(`^${event.id}#[0-9a-f]{16}$`)), expect.stringContaining('same id')],
    ]);
  });

  it('is kept aside when its header names another type, and does not stop the event itself', async () => {
    const { merchant, aside } = await quarantineFixture();
    const event = eventFor(merchant);
    const headers = { 'X-HajiQ-Event-Type': 'payment.failed' };
    expect((await deliver(merchant, event, { headers })).status).toBe(200);
    expect(merchant.fulfilled).toEqual([]);
    expect((await aside())[0]?.[0]).toBe(`${event.id}#type`);
    await deliver(merchant, event, { headers: { 'X-HajiQ-Event-Type': 'payment.succeeded' } });
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it.each([
    ['a string', '"5000"'],
    ['an overflow', '1e400'],
    ['half a cent', '5000.5'],
  ])('is kept aside when its amount is %s', async (_, amount) => {
    const { merchant, aside } = await quarantineFixture();
    const text = JSON.stringify(eventFor(merchant)).replace('"amount":5000', `"amount":${amount}`);
    expect((await deliver(merchant, text)).status).toBe(200);
    expect(await aside()).toHaveLength(1);
    expect(merchant.fulfilled).toEqual([]);
  });

  it('fits when its amount is the same integer in another spelling', async () => {
    const { merchant } = await quarantineFixture();
    const text = JSON.stringify(eventFor(merchant)).replace('"amount":5000', '"amount":5000.0');
    await deliver(merchant, text);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });
});

describe('a handler that throws', () => {
  it('is given up after six deliveries, with an alarm, and runs when it is replayed', async () => {
    let isMended = false;
    const { merchant } = await quarantineFixture({
      onPaymentSucceeded: () => {
        if (!isMended) throw new Error('the database is away');
      },
    });
    const event = eventFor(merchant);
    for (let delivery = 0; delivery < 6; delivery += 1) {
      expect((await deliver(merchant, event)).status).toBe(500);
    }
    expect(merchant.log.join('\n')).toContain('error: a handler has thrown 6 times');
    isMended = true;
    expect(await merchant.handler.replay(event.id)).toBe('handled');
    expect((await deliver(merchant, event)).status).toBe(200);
  });

  it('tells whoever replays it what it threw, and that there is no such event', async () => {
    const { merchant } = await quarantineFixture({
      onPaymentSucceeded: () => {
        throw new Error('the database is away');
      },
    });
    const event = eventFor(merchant);
    await deliver(merchant, event);
    await expect(merchant.handler.replay(event.id)).rejects.toThrow('the database is away');
    await expect(merchant.handler.replay('evt_none')).rejects.toMatchObject({ code: 'unknown_event' });
  });
});

describe('onEvent', () => {
  it('is told of every authentic event once, unknown types included, after the handler of its status', async () => {
    const told: string[] = [];
    const { merchant } = await quarantineFixture({
      onPaymentSucceeded: () => void told.push('succeeded handler'),
      onEvent: ({ type }) => void told.push(type),
    });
    const paid = eventFor(merchant);
    await deliver(merchant, paid);
    await deliver(merchant, paid);
    await deliver(merchant, eventFor(merchant, {}, 'payment.disputed'));
    await deliver(merchant, eventFor(merchant, { amount: 100 }));
    expect(told).toEqual(['succeeded handler', 'payment.succeeded', 'payment.disputed']);
  });

  it('runs again when it threw, and not the handler that had returned', async () => {
    let runs = 0;
    const { merchant } = await quarantineFixture({
      onEvent: () => {
        runs += 1;
        if (runs === 1) throw new Error('not yet');
      },
    });
    const event = eventFor(merchant);
    expect((await deliver(merchant, event)).status).toBe(500);
    expect((await deliver(merchant, event)).status).toBe(200);
    expect(merchant.fulfilled).toHaveLength(1);
    expect(runs).toBe(2);
  });
});

describe('a refund', () => {
  it('is told once, and fulfils nothing again', async () => {
    const refunded: string[] = [];
    const { merchant, payment } = await quarantineFixture({
      onPaymentRefunded: ({ orderId }) => void refunded.push(orderId),
    });
    await deliver(merchant, eventFor(merchant));
    const refund = eventFor(merchant, {}, 'payment.refunded');
    await deliver(merchant, refund);
    await deliver(merchant, refund);
    await deliver(merchant, eventFor(merchant));
    expect(refunded).toEqual(['ORDER-1']);
    expect(merchant.fulfilled).toHaveLength(1);
    expect((await (await merchant.readStatus(payment)).json()).status).toBe('refunded');
  });
});
