import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryRequest, nowInSeconds } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from '../store/memoryStore.ts';

const types = ['payment.failed', 'payment.cancelled', 'payment.succeeded', 'payment.disputed'] as const;

/** What may be said of one payment: some events, and an order of a hundred deliveries of them, with repetitions. */
const deliveries = fc
  .array(fc.record({ type: fc.constantFrom(...types), age: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      orders: fc.tuple(shuffled(events.length), shuffled(events.length)),
    }),
  );

function shuffled(length: number) {
  const each = Array.from({ length }, (_, index) => index);
  return fc
    .array(fc.nat(length - 1), { minLength: 100 - length, maxLength: 100 - length })
    .chain((repeated) => fc.shuffledSubarray([...each, ...repeated], { minLength: 100, maxLength: 100 }));
}

/** Delivers the events in this order to two instances, a few at a time, and tells what is so in the end. */
async function endOf(
  events: readonly { type: string; age: number }[],
  order: readonly number[],
  now: number,
) {
  const store = memoryStore();
  const merchant = merchantFixture({ store });
  const second = merchantFixture({
    store,
    onPaymentSucceeded: () => void merchant.fulfilled.push('ORDER-1'),
  });
  merchant.sandbox.holdWebhooks();
  const { paymentId } = await (await merchant.createPayment()).json();
  const [payment] = merchant.sandbox.payments();
  const bodies = events.map(({ type, age }, index) =>
    JSON.stringify({
      id: `evt_${index}`,
      type,
      created: now - age,
      data: { object: { id: payment?.id, amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' } },
    }),
  );
  const waiting = [...order];
  const worker = async (handler: typeof merchant.handler) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await handler(await deliveryRequest('http://localhost/api/hajiq/webhook', bodies[next]));
    }
  };
  await Promise.all([worker(merchant.handler), worker(second.handler), worker(merchant.handler)]);
  const [end] = await store.find({ paymentId });
  const kept = await Promise.all(
    events.map(async (_, index) => store.findEvents({ eventId: `evt_${index}` })),
  );
  return {
    report: end?.report,
    declines: end?.declines,
    fulfilled: merchant.fulfilled.length,
    states: kept.flat().map(({ state }) => state),
  };
}

describe('a hundred deliveries, shuffled and repeated, to two instances', () => {
  it('end at one status, one fulfilment and every event handled, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ events, orders: [one, another] }) => {
        const now = nowInSeconds();
        const end = await endOf(events, one, now);
        expect(await endOf(events, another, now)).toEqual(end);
        const hasSucceeded = events.some(({ type }) => type === 'payment.succeeded');
        expect(end.report?.status === 'succeeded').toBe(hasSucceeded);
        expect(end.fulfilled).toBe(Number(hasSucceeded));
        expect(new Set(end.states)).toEqual(new Set(['handled']));
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});
