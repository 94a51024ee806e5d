import { describe, expect, it } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture, type MerchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from '../store/memoryStore.ts';

async function merchantWithPayment(options: Parameters<typeof merchantFixture>[0] = {}) {
  const merchant = merchantFixture(options);
  // The events of these tests are delivered by hand.
  merchant.sandbox.holdWebhooks();
  const payment = await (await merchant.createPayment()).json();
  return { merchant, payment };
}

const statusOf = async (merchant: MerchantFixture, payment: { paymentId: string; statusToken: string }) =>
  (await (await merchant.readStatus(payment)).json()).status;

describe('an event that comes before its payment is known', () => {
  it('is kept, asked for again, and applied as soon as the payment is', async () => {
    let answerGateway = () => {};
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        const answer = await merchant.sandbox.fetch(new Request(input, init));
        await new Promise<void>((resolve) => (answerGateway = resolve));
        return answer;
      },
    });
    merchant.sandbox.holdWebhooks();
    const creating = merchant.createPayment();
    await expect.poll(() => merchant.sandbox.payments()).toHaveLength(1);
    expect((await deliver(merchant, eventFor(merchant))).status).toBe(503);
    expect(merchant.fulfilled).toEqual([]);
    answerGateway();
    // It is paid before it could be offered.
    const answer = await creating;
    expect(answer.status).toBe(409);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(await answer.json()).toMatchObject({ payment: { status: 'succeeded' } });
  });

  it('is fulfilled once, although it is delivered again as well', async () => {
    const { merchant } = await merchantWithPayment();
    merchant.orders['ORDER-2'] = { amount: 5000, currency: 'USD' };
    const early = eventFor(merchant, { id: undefined, externalReferenceId: 'ORDER-2' });
    expect((await deliver(merchant, early)).status).toBe(503);
    await merchant.createPayment({ orderId: 'ORDER-2' });
    expect((await deliver(merchant, early)).status).toBe(200);
    expect(merchant.fulfilled).toEqual(['ORDER-2']);
  });

  it('says that the order is paid though its handler throws, and is run again', async () => {
    let runs = 0;
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: () => {
        runs += 1;
        if (runs === 1) throw new Error('the database is away');
      },
    });
    merchant.orders['ORDER-2'] = { amount: 5000, currency: 'USD' };
    const early = eventFor(merchant, { id: undefined, externalReferenceId: 'ORDER-2' });
    await deliver(merchant, early);
    expect((await merchant.createPayment({ orderId: 'ORDER-2' })).status).toBe(409);
    expect((await deliver(merchant, early)).status).toBe(200);
    expect(runs).toBe(2);
  });
});

describe('a delivery that was signed more than five minutes ago', () => {
  it('is not believed: the gateway is asked, and what it says counts', async () => {
    const { merchant, payment } = await merchantWithPayment();
    await merchant.confirm(payment.clientSecret);
    const lie = eventFor(merchant, {}, 'payment.cancelled');
    expect((await deliver(merchant, lie, { age: 301 })).status).toBe(200);
    expect(await statusOf(merchant, payment)).toBe('succeeded');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('fulfils nothing while the gateway knows of no money, and is asked for again', async () => {
    const { merchant, payment } = await merchantWithPayment();
    expect((await deliver(merchant, eventFor(merchant), { age: 301 })).status).toBe(503);
    expect(merchant.fulfilled).toEqual([]);
    expect(await statusOf(merchant, payment)).toBe('pending');
  });

  it('is taken when it came in time before: a retry that was not signed anew', async () => {
    let runs = 0;
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: () => {
        runs += 1;
        if (runs === 1) throw new Error('the database is away');
      },
    });
    const event = eventFor(merchant);
    expect((await deliver(merchant, event)).status).toBe(500);
    expect((await deliver(merchant, event, { age: 400 })).status).toBe(200);
    expect(runs).toBe(2);
  });

  it('has no effect when it is replayed after all is done', async () => {
    const { merchant } = await merchantWithPayment();
    const event = eventFor(merchant);
    await deliver(merchant, event);
    const calls = merchant.gatewayCalls();
    expect((await deliver(merchant, event, { age: 4000 })).status).toBe(200);
    expect((await deliver(merchant, eventFor(merchant), { age: 4000 })).status).toBe(200);
    expect(merchant.fulfilled).toHaveLength(1);
    expect(merchant.gatewayCalls()).toBe(calls);
  });

  it('is kept where the gateway cannot be read, and can be replayed by a person', async () => {
    const store = memoryStore();
    const { merchant } = await merchantWithPayment({
      store,
      gatewayPaths: { retrievePaymentIntent: '/payment-intents/{id}/nowhere' },
    });
    const event = eventFor(merchant);
    const answer = await deliver(merchant, event, { age: 301 });
    expect(answer.status).toBe(503);
    expect(merchant.fulfilled).toEqual([]);
    const [kept] = await store.findEvents({ state: 'quarantined', limit: 9 });
    expect(kept?.eventId).toBe(`${event.id}#stale`);
    expect(await merchant.handler.replay(kept?.eventId ?? '')).toBe('handled');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(await store.findEvents({ state: 'quarantined', limit: 9 })).toEqual([]);
  });

  it('asks the gateway once for a flood of them', async () => {
    const { merchant } = await merchantWithPayment();
    const calls = merchant.gatewayCalls();
    await Promise.all(Array.from({ length: 20 }, () => deliver(merchant, eventFor(merchant), { age: 301 })));
    expect(merchant.gatewayCalls() - calls).toBe(1);
  });
});
