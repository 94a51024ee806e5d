import { describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from './delivery.fixture.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { memoryStore } from './store/memoryStore.ts';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';

async function merchantWithPayment(options = {}) {
  const merchant = merchantFixture(options);
  const payment = await (await merchant.createPayment()).json();
  return { merchant, payment };
}

const statusOf = async (merchant: MerchantFixture, payment: { paymentId: string; statusToken: string }) =>
  (await (await merchant.readStatus(payment)).json()).status;

describe('POST /webhook', () => {
  it('fulfils a paid order once, however often the event comes', async () => {
    const { merchant, payment } = await merchantWithPayment();
    const event = eventFor(merchant);
    for (let delivery = 0; delivery < 6; delivery += 1) {
      const response = await deliver(merchant, event);
      expect(response.status).toBe(200);
    }
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    expect(await statusOf(merchant, payment)).toBe('succeeded');
  });

  it('fulfils once when two events say the same of one payment', async () => {
    const { merchant } = await merchantWithPayment();
    await deliver(merchant, eventFor(merchant));
    await deliver(merchant, eventFor(merchant));
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('never runs the handler twice for duplicates in parallel', async () => {
    let finish = () => {};
    let runs = 0;
    const working = new Promise<void>((resolve) => (finish = resolve));
    const { merchant } = await merchantWithPayment({ onPaymentSucceeded: () => ((runs += 1), working) });
    const event = eventFor(merchant);
    const first = deliver(merchant, event);
    await expect.poll(() => runs).toBe(1);
    expect((await deliver(merchant, event)).status).toBe(503);
    finish();
    expect((await first).status).toBe(200);
    expect((await deliver(merchant, event)).status).toBe(200);
    expect(runs).toBe(1);
  });

  it('runs a handler that threw again at the next delivery', async () => {
    let runs = 0;
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: () => {
        runs += 1;
        if (runs === 1) throw new Error('the database is away');
      },
    });
    const event = eventFor(merchant);
    expect((await deliver(merchant, event)).status).toBe(500);
    expect((await deliver(merchant, event)).status).toBe(200);
    expect((await deliver(merchant, event)).status).toBe(200);
    expect(runs).toBe(2);
  });

  it('asks for a delivery again whose body does not arrive in time', async () => {
    const { merchant } = await merchantWithPayment();
    vi.useFakeTimers();
    const answer = merchant.call('/webhook', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(1)) }),
      duplex: 'half',
    } as RequestInit);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await answer).status).toBe(503);
  });

  it('keeps paid when a late cancelled event arrives, and raises an alarm', async () => {
    const { merchant, payment } = await merchantWithPayment();
    await deliver(merchant, eventFor(merchant));
    expect((await deliver(merchant, eventFor(merchant, {}, 'payment.cancelled'))).status).toBe(200);
    expect(await statusOf(merchant, payment)).toBe('succeeded');
    expect(merchant.log.at(-1)).toContain('error: a paid payment was reported as cancelled');
  });

  it('acknowledges nothing whose handler threw, whatever it threw', async () => {
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: () => {
        throw new WebhookError('signature_mismatch');
      },
    });
    expect((await deliver(merchant, eventFor(merchant))).status).not.toBe(200);
  });

  it('gives the handler the gateway’s id that it knows, where the event has none', async () => {
    let told: string | undefined;
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: ({ gatewayPaymentId }: { gatewayPaymentId?: string }) =>
        void (told = gatewayPaymentId),
    });
    await deliver(merchant, eventFor(merchant, { id: undefined }));
    expect(told).toBe(merchant.sandbox.payments()[0]?.id);
  });

  it('keeps paid when a late failed event arrives, and does not report a failure', async () => {
    let failures = 0;
    const { merchant, payment } = await merchantWithPayment({ onPaymentFailed: () => void (failures += 1) });
    await deliver(merchant, eventFor(merchant));
    expect((await deliver(merchant, eventFor(merchant, {}, 'payment.failed'))).status).toBe(200);
    expect(await statusOf(merchant, payment)).toBe('succeeded');
    expect(failures).toBe(0);
  });

  it('fulfils when success follows a failure', async () => {
    const { merchant, payment } = await merchantWithPayment();
    await deliver(merchant, eventFor(merchant, {}, 'payment.failed'));
    expect(await statusOf(merchant, payment)).toBe('failed');
    await deliver(merchant, eventFor(merchant));
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it.each([
    ['amount', { amount: 100 }],
    ['currency', { currency: 'SAR' }],
    ['order', { externalReferenceId: 'ORDER-9' }],
    ['status', { status: 'failed' }],
    ['missing amount', { amount: undefined }],
  ])('fulfils nothing when the event has another %s', async (_, changes) => {
    const { merchant, payment } = await merchantWithPayment();
    expect((await deliver(merchant, eventFor(merchant, changes))).status).toBe(200);
    expect(merchant.fulfilled).toEqual([]);
    expect(await statusOf(merchant, payment)).toBe('pending');
    expect(merchant.log.join()).toContain('error: event set aside');
  });

  it('fulfils nothing when another payment of the gateway names the order', async () => {
    const { merchant } = await merchantWithPayment();
    await deliver(merchant, eventFor(merchant, { id: crypto.randomUUID() }));
    expect(merchant.fulfilled).toEqual([]);
    expect(merchant.log.join()).toContain('payment id');
  });

  it('refuses a forged delivery before it looks at it', async () => {
    const { merchant, payment } = await merchantWithPayment();
    const response = await deliver(merchant, eventFor(merchant), { key: 'whsec_test_of_somebody_else' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'signature_mismatch' } });
    expect(await statusOf(merchant, payment)).toBe('pending');
    expect(merchant.fulfilled).toEqual([]);
  });

  it('asks for an event about an unknown payment again, instead of losing it', async () => {
    const { merchant } = await merchantWithPayment();
    const stranger = eventFor(merchant, { id: crypto.randomUUID(), externalReferenceId: 'ORDER-404' });
    expect((await deliver(merchant, stranger)).status).toBe(503);
  });

  it('tells each failed attempt once, and leaves the order payable', async () => {
    const failures: string[] = [];
    const { merchant } = await merchantWithPayment({
      onPaymentFailed: ({ orderId }: { orderId: string }) => void failures.push(orderId),
    });
    const first = eventFor(merchant, {}, 'payment.failed');
    for (const event of [first, first, eventFor(merchant, {}, 'payment.failed')])
      await deliver(merchant, event);
    expect(failures).toEqual(['ORDER-1', 'ORDER-1']);
    expect((await merchant.createPayment()).status).toBe(200);
  });

  it('answers in time when the handler does not return, and does not start it again', async () => {
    let runs = 0;
    const { merchant } = await merchantWithPayment({
      onPaymentSucceeded: () => ((runs += 1), new Promise(() => {})),
    });
    const event = eventFor(merchant);
    vi.useFakeTimers({ now: Date.now() });
    const answer = deliver(merchant, event);
    await vi.waitFor(() => expect(runs).toBe(1));
    await vi.advanceTimersByTimeAsync(25_000);
    vi.useRealTimers();
    expect((await answer).status).toBe(503);
    expect(merchant.log.join()).toContain('has not returned');
    expect((await deliver(merchant, event)).status).toBe(503);
    expect(runs).toBe(1);
  });

  it('logs a forged delivery as a warning', async () => {
    const { merchant } = await merchantWithPayment();
    await deliver(merchant, eventFor(merchant), { key: 'whsec_test_of_somebody_else' });
    expect(merchant.log.at(-1)).toContain('warn: signature_mismatch');
  });

  it.each([
    ['has no time', { created: 'yesterday' }],
    ['is of the year 30,000,000', { created: 1e15 }],
    ['has an id with a line break in it', { id: 'evt_1\nevt_2' }],
    ['has an id that no database could index', { id: 'e'.repeat(300) }],
  ])('keeps aside what is well signed and %s, for no retry can mend it', async (_, changes) => {
    const store = memoryStore();
    const { merchant } = await merchantWithPayment({ store });
    expect((await deliver(merchant, { ...eventFor(merchant), ...changes })).status).toBe(200);
    expect(merchant.log.at(-1)).toContain('error: event set aside');
    expect(await store.findEvents({ state: 'quarantined', limit: 9 })).toMatchObject([
      { eventId: expect.stringMatching(/^unreadable_/), body: expect.stringContaining('payment.succeeded') },
    ]);
    expect(merchant.fulfilled).toEqual([]);
  });

  it('acknowledges an event of a type it does not know', async () => {
    const { merchant } = await merchantWithPayment();
    expect((await deliver(merchant, eventFor(merchant, {}, 'payment.disputed'))).status).toBe(200);
    expect((await deliver(merchant, eventFor(merchant, {}, 'toString'))).status).toBe(200);
    expect(merchant.log.at(-1)).toContain('warn:');
    expect(merchant.fulfilled).toEqual([]);
  });

  it('refuses compressed, untyped and oversized deliveries', async () => {
    const { merchant } = await merchantWithPayment();
    const event = eventFor(merchant);
    expect((await deliver(merchant, event, { headers: { 'Content-Encoding': 'gzip' } })).status).toBe(415);
    expect((await deliver(merchant, event, { headers: { 'Content-Type': 'text/plain' } })).status).toBe(415);
    expect((await deliver(merchant, 'x'.repeat(300_000))).status).toBe(413);
  });

  it('redelivers until the answer is 200, through the sandbox', async () => {
    let runs = 0;
    const merchant = merchantFixture({
      onPaymentSucceeded: () => {
        runs += 1;
        if (runs < 3) throw new Error('not yet');
      },
    });
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    await expect.poll(() => merchant.sandbox.deliveries()[0]?.state).toBe('delivered');
    expect(merchant.sandbox.deliveries()[0]?.attempts.map(({ answer }) => answer)).toEqual([
      { status: 500 },
      { status: 500 },
      { status: 200 },
    ]);
  });
});
