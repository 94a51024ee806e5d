import { describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from './delivery.fixture.ts';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';
import { memoryStore } from './store/memoryStore.ts';
import type { PaymentStore } from './store/PaymentStore.ts';

const create = async (merchant: MerchantFixture) => (await merchant.createPayment()).json();
const reprice = (merchant: MerchantFixture, amount: number) => {
  merchant.orders['ORDER-1'] = { amount, currency: 'USD' };
};
const charges = (merchant: MerchantFixture) =>
  merchant.sandbox.payments().filter(({ status }) => status === 'succeeded').length;

/** A merchant whose gateway answers a request to cancel as it is told. */
function cancellingFixture(onCancel: (next: () => Promise<Response>) => Promise<Response>) {
  const merchant: MerchantFixture = merchantFixture({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const next = async () => merchant.sandbox.fetch(request);
      return request.url.endsWith('/cancel') ? onCancel(next) : next();
    },
  });
  merchant.sandbox.holdWebhooks();
  return merchant;
}

describe('an order whose price changes is charged once', () => {
  it('though a second page asks while the old payment is being withdrawn, and its card goes through', async () => {
    let cancelNow = () => {};
    let isAsked = false;
    const merchant = cancellingFixture(async (next) => {
      isAsked = true;
      await new Promise<void>((resolve) => (cancelNow = resolve));
      return next();
    });
    const old = await create(merchant);
    reprice(merchant, 7000);
    const first = merchant.createPayment();
    await expect.poll(() => isAsked).toBe(true);
    const second = merchant.createPayment();
    await merchant.confirm(old.clientSecret);
    cancelNow();
    for (const answer of await Promise.all([first, second])) {
      expect(answer.status).toBe(409);
      expect(await answer.text()).not.toContain('_secret_');
    }
    expect(charges(merchant)).toBe(1);
  });

  it('though the one who made the old payment step back died before it was withdrawn', async () => {
    const store = memoryStore();
    let dies = false;
    const dying: PaymentStore = {
      ...store,
      claim: async (claim) => {
        const result = await store.claim(claim);
        if (dies) throw new Error('connection lost');
        return result;
      },
    };
    const merchant = merchantFixture({ store: dying });
    merchant.sandbox.holdWebhooks();
    const old = await create(merchant);
    reprice(merchant, 7000);
    dies = true;
    expect((await merchant.createPayment()).status).toBe(503);
    dies = false;
    const now = await create(merchant);
    await merchant.confirm(now.clientSecret);
    expect((await merchant.confirm(old.clientSecret)).status).toBe(400);
    expect(charges(merchant)).toBe(1);
  });

  it('though the gateway could not cancel for a moment: until it can, no other secret is released', async () => {
    let isDown = true;
    const merchant = cancellingFixture(async (next) =>
      isDown ? new Response('{}', { status: 503, headers: { 'Retry-After': '20' } }) : next(),
    );
    const old = await create(merchant);
    reprice(merchant, 7000);
    const refused = await merchant.createPayment();
    expect(refused.status).toBe(503);
    expect(await refused.text()).not.toContain('_secret_');
    isDown = false;
    const now = await create(merchant);
    await merchant.confirm(now.clientSecret);
    expect((await merchant.confirm(old.clientSecret)).status).toBe(400);
  });

  it('though the old card is in the middle of 3-D Secure at a gateway that cancels nothing then', async () => {
    const merchant = cancellingFixture(async () =>
      Response.json(
        { success: false, error: { code: 'PAYMENT_CANNOT_BE_CANCELLED', message: 'It is processing' } },
        { status: 400 },
      ),
    );
    const old = await create(merchant);
    await merchant.confirm(old.clientSecret, '4000000000003220');
    reprice(merchant, 7000);
    const answer = await merchant.createPayment();
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('_secret_');
  });

  it.each([
    ['is on its way', { status: 'processing' }],
    ['is paid for something else', { status: 'succeeded', externalReferenceId: 'ORDER-9' }],
  ])('though the gateway answers a cancellation with a payment that %s', async (_, changes) => {
    const merchant = cancellingFixture(async () => {
      const [payment] = merchant.sandbox.payments();
      const { id, amount, currency } = payment ?? {};
      return Response.json({ success: true, data: { id, amount, currency, ...changes } });
    });
    await create(merchant);
    reprice(merchant, 7000);
    const answer = await merchant.createPayment();
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('_secret_');
  });

  it.each([
    ['calls it something that is not published', { status: 'completed' }],
    ['does not know it', undefined],
  ])('though the gateway can neither cancel the payment nor tell: it %s', async (_, changes) => {
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method === 'POST' && !request.url.endsWith('/cancel'))
          return merchant.sandbox.fetch(request);
        if (request.method === 'POST') {
          const error = { code: 'PAYMENT_CANNOT_BE_CANCELLED', message: 'no' };
          return Response.json({ success: false, error }, { status: 400 });
        }
        const [payment] = merchant.sandbox.payments();
        const { id, amount, currency } = payment ?? {};
        return changes === undefined
          ? new Response('', { status: 404 })
          : Response.json({ success: true, data: { id, amount, currency, ...changes } });
      },
    });
    await create(merchant);
    reprice(merchant, 7000);
    const answer = await merchant.createPayment();
    expect(answer.status).toBe(503);
    expect(merchant.log.join()).toContain('error: a payment was to be withdrawn');
    expect(await answer.text()).not.toContain('_secret_');
  });

  it('though a slow request has the payment from before another price came', async () => {
    const store = memoryStore();
    let goOn = () => {};
    let isSlow = false;
    const slow: PaymentStore = {
      ...store,
      claim: async (claim) => {
        const result = await store.claim(claim);
        if (isSlow) {
          isSlow = false;
          await new Promise<void>((resolve) => (goOn = resolve));
        }
        return result;
      },
    };
    const merchant = merchantFixture({ store: slow });
    await create(merchant);
    isSlow = true;
    const late = merchant.createPayment();
    await expect.poll(() => isSlow).toBe(false);
    reprice(merchant, 7000);
    await create(merchant);
    goOn();
    const answer = await late;
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('_secret_');
  });

  it('asks a gateway that has no way to cancel once, and goes on', async () => {
    let asked = 0;
    const merchant = cancellingFixture(async () => {
      asked += 1;
      return new Response('<h1>Not found</h1>', { status: 404 });
    });
    await create(merchant);
    reprice(merchant, 7000);
    for (let reload = 0; reload < 3; reload += 1) expect((await create(merchant)).amount).toBe(7000);
    expect(asked).toBe(1);
    expect(merchant.log.join()).toContain('no way to withdraw');
  });
});

describe('an order is fulfilled once', () => {
  /** Two payments of one order at one price: the first was cancelled, and paid after all. */
  async function twoPaymentsFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
    const merchant = merchantFixture(options);
    merchant.sandbox.holdWebhooks();
    await create(merchant);
    await merchant.reportStatus('payment.cancelled');
    await create(merchant);
    const events = merchant.sandbox.payments().map(({ id }) => eventFor(merchant, { id }));
    return { merchant, events };
  }

  it('though two payments of it succeed at once, on two instances', async () => {
    const { merchant, events } = await twoPaymentsFixture();
    const answers = await Promise.all(events.map((event) => deliver(merchant, event)));
    for (const event of events) await deliver(merchant, event);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(merchant.log.join('\n')).toContain('paid by another payment already');
  });

  it('though the first is still being fulfilled when the second comes', async () => {
    let finish = () => {};
    let runs = 0;
    const { merchant, events } = await twoPaymentsFixture({
      onPaymentSucceeded: async () => {
        runs += 1;
        await new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const first = deliver(merchant, events[0]);
    await expect.poll(() => runs).toBe(1);
    expect((await deliver(merchant, events[1])).status).toBe(503);
    finish();
    expect((await first).status).toBe(200);
    expect((await deliver(merchant, events[1])).status).toBe(200);
    expect(runs).toBe(1);
  });

  it('and the payment that did it is not called unfulfilled when another brings money as well', async () => {
    let isBroken = true;
    const { merchant, events } = await twoPaymentsFixture({
      onEvent: () => {
        if (isBroken) throw new Error('not yet');
      },
    });
    const [second, first] = events;
    expect((await deliver(merchant, first)).status).toBe(500);
    isBroken = false;
    await deliver(merchant, second);
    merchant.log.length = 0;
    // Its own retry, and another event of it.
    expect((await deliver(merchant, first)).status).toBe(200);
    await deliver(merchant, { ...first, id: 'evt_again' });
    expect(merchant.log.join('\n')).not.toContain('nothing was fulfilled');
    expect(merchant.fulfilled).toHaveLength(1);
  });

  it('though the mark that says so was lost on the way to the store', async () => {
    const store = memoryStore();
    let losses = 0;
    const losing: PaymentStore = {
      ...store,
      endLease: async (lease, outcome) => {
        if (outcome === 'done' && lease.key.startsWith('fulfil') && losses < 2) {
          losses += 1;
          throw new Error('ECONNRESET');
        }
        return store.endLease(lease, outcome);
      },
    };
    const merchant = merchantFixture({ store: losing });
    merchant.sandbox.holdWebhooks();
    await create(merchant);
    const event = eventFor(merchant);
    expect((await deliver(merchant, event)).status).toBe(200);
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    expect((await deliver(merchant, { ...event, id: 'evt_another' })).status).toBe(200);
    vi.useRealTimers();
    expect(losses).toBe(2);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('though a gateway that told no id names two of them at once: the second is set aside', async () => {
    const store = memoryStore();
    const slow: PaymentStore = {
      ...store,
      find: async (query) => {
        const found = await store.find(query);
        await new Promise((resolve) => setImmediate(resolve));
        return found;
      },
    };
    const merchant: MerchantFixture = merchantFixture({
      store: slow,
      fetch: async (input, init) => {
        const answer = await merchant.sandbox.fetch(new Request(input, init));
        const { success, data } = await answer.json();
        return Response.json({ success, data: { clientSecret: data.clientSecret } });
      },
    });
    merchant.sandbox.holdWebhooks();
    await create(merchant);
    const events = [1, 2].map(() => eventFor(merchant, { id: crypto.randomUUID() }));
    await Promise.all(events.map((event) => deliver(merchant, event)));
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(merchant.log.join('\n')).toContain('error: event set aside: its payment id');
  });
});
