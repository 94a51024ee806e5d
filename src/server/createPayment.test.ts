import { describe, expect, it, vi } from 'vitest';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';

describe('POST /payments', () => {
  it('makes a payment at the price of the server', async () => {
    const merchant = merchantFixture();
    const response = await merchant.createPayment({ orderId: 'ORDER-1', amount: 1, currency: 'SAR' });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      paymentId: expect.stringMatching(/^[\w-]{36}$/),
      clientSecret: expect.stringMatching(/^pi_\w+_secret_\w+$/),
      statusToken: expect.stringMatching(/^[\w-]{43}$/),
      amount: 5000,
      currency: 'USD',
      status: 'pending',
      updatedAt: expect.any(String),
    });
    expect(merchant.sandbox.payments()).toMatchObject([
      { amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' },
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('gives the same payment again', async () => {
    const merchant = merchantFixture();
    const first = await merchant.createPayment();
    const second = await merchant.createPayment();
    expect(second.status).toBe(200);
    expect(await second.json()).toEqual(await first.json());
    expect(merchant.gatewayCalls()).toBe(1);
  });

  it('makes one intent for fifty requests at once, and answers all alike', async () => {
    const merchant = merchantFixture({ rateLimits: { perOrder: { requests: 50, seconds: 60 } } });
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => (await merchant.createPayment()).json()),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(merchant.gatewayCalls()).toBe(1);
  });

  it('answers 409 with the payment when the order is paid, and no secret', async () => {
    const merchant = merchantFixture();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
    const response = await merchant.createPayment();
    expect(response.status).toBe(409);
    const answer = await response.json();
    expect(answer).toMatchObject({
      error: { code: 'order_already_settled' },
      payment: { status: 'succeeded', amount: 5000 },
    });
    expect(JSON.stringify(answer)).not.toContain('secret_');
    expect((await merchant.readStatus(answer.payment)).status).toBe(200);
  });

  it('answers 404 for an unknown order, and asks the gateway nothing', async () => {
    const merchant = merchantFixture();
    const response = await merchant.createPayment({ orderId: 'ORDER-2' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'order_not_found' } });
    expect(merchant.gatewayCalls()).toBe(0);
  });

  it('takes undefined from resolveOrder for no order, as null', async () => {
    const merchant = merchantFixture({ resolveOrder: (() => undefined) as never });
    expect((await merchant.createPayment()).status).toBe(404);
  });

  it('tells an outsider nothing of an error in the merchant’s own code', async () => {
    const merchant = merchantFixture({
      resolveOrder: () => {
        throw new Error('canary: postgres://user:password@db');
      },
    });
    const response = await merchant.createPayment();
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('canary');
    expect(merchant.log.join()).toContain('canary');
  });

  it('gives a body up that does not arrive', async () => {
    const merchant = merchantFixture();
    vi.useFakeTimers();
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) });
    const headers = { 'Content-Type': 'application/json' };
    const answer = merchant.call('/payments', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect((await answer).status).toBe(408);
  });

  it('keeps going when the logger throws', async () => {
    const broken = () => {
      throw new Error('disk full');
    };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const merchant = merchantFixture({ logger: { info: broken, warn: broken, error: broken } });
    expect((await merchant.createPayment({ orderId: 'ORDER-2' })).status).toBe(404);
    vi.restoreAllMocks();
  });

  it('refuses an id that the gateway has given to another payment', async () => {
    const merchant: MerchantFixture = merchantFixture({
      orders: { 'ORDER-1': { amount: 5000, currency: 'USD' }, 'ORDER-2': { amount: 5000, currency: 'USD' } },
      fetch: async (input, init) => {
        const answer = await (await merchant.sandbox.fetch(new Request(input, init))).json();
        return Response.json({
          success: true,
          data: { id: 'always-the-same', clientSecret: answer.data.clientSecret },
        });
      },
    });
    expect((await merchant.createPayment()).status).toBe(201);
    expect((await merchant.createPayment({ orderId: 'ORDER-2' })).status).toBe(502);
  });

  it.each(['', ' ', 'a\u0000b', 'a\nb', 'x'.repeat(129), 7, null, ['ORDER-1'], { id: 1 }])(
    'refuses the order id %j',
    async (orderId) => {
      const response = await merchantFixture().createPayment({ orderId });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'invalid_order_id' } });
    },
  );

  it.each(['', '{', 'null', '[]', '7'])('refuses the body %j', async (body) => {
    const merchant = merchantFixture();
    const headers = { 'Content-Type': 'application/json' };
    const response = await merchant.call('/payments', { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_body' } });
  });

  it('refuses a body that is not UTF-8', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"orderId":"ORDER-1'), 0xff, 0x22, 0x7d]);
    const headers = { 'Content-Type': 'application/json' };
    expect((await merchantFixture().call('/payments', { method: 'POST', headers, body })).status).toBe(400);
  });

  it('refuses a body of another type, and one that is too large', async () => {
    const merchant = merchantFixture();
    const form = await merchant.call('/payments', {
      method: 'POST',
      body: new URLSearchParams({ orderId: 'ORDER-1' }),
    });
    expect(form.status).toBe(415);
    expect((await merchant.createPayment({ orderId: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it.each([-5, 0, 99, 19.99 * 100, Number.NaN, Number.POSITIVE_INFINITY, 10_000_001, '5000'])(
    'charges nothing when resolveOrder says %s',
    async (amount) => {
      const merchant = merchantFixture({
        orders: { 'ORDER-1': { amount: amount as number, currency: 'USD' } },
      });
      const response = await merchant.createPayment();
      expect(response.status).toBe(500);
      expect(merchant.gatewayCalls()).toBe(0);
      expect(merchant.log.join()).toContain('invalid_order');
    },
  );

  it('says 502 and keeps the reason in the log when the gateway refuses the key', async () => {
    const merchant = merchantFixture({ sandbox: { apiKey: 'hqp_test_another' } });
    const response = await merchant.createPayment();
    expect(response.status).toBe(502);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      error: { code: 'payment_unavailable', requestId: expect.any(String) },
    });
    expect(text).not.toContain('API key');
    expect(merchant.log.join()).toContain('INVALID_API_KEY');
  });

  it('tries again after a gateway that was down', async () => {
    let isDown = true;
    const { sandbox } = merchantFixture();
    const merchant = merchantFixture({
      fetch: async (input, init) => {
        if (isDown) throw new TypeError('fetch failed');
        return sandbox.fetch(new Request(input, init));
      },
    });
    expect((await merchant.createPayment()).status).toBe(503);
    isDown = false;
    expect((await merchant.createPayment()).status).toBe(201);
  });

  it('lets those who wait share what a slow gateway makes in the end', async () => {
    let calls = 0;
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        calls += 1;
        await new Promise((resolve) => setTimeout(resolve, calls === 1 ? 60_000 : 3_500));
        return merchant.sandbox.fetch(new Request(input, init));
      },
    });
    vi.useFakeTimers();
    const asked = [merchant.createPayment(), merchant.createPayment()];
    await vi.advanceTimersByTimeAsync(14_500);
    vi.useRealTimers();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(await answers[1]?.json()).toEqual(await answers[0]?.json());
  });

  it('passes on how long the gateway asks to wait, when that is too long to wait here', async () => {
    const merchant = merchantFixture({
      fetch: async () => new Response('{}', { status: 429, headers: { 'Retry-After': '20' } }),
    });
    const response = await merchant.createPayment();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('20');
    expect(await response.json()).toMatchObject({ error: { code: 'payment_unavailable' } });
  });

  it('answers another method with 405 and Allow, and another path with 404', async () => {
    const merchant = merchantFixture();
    const wrongMethod = await merchant.call('/payments');
    expect(wrongMethod.status).toBe(405);
    expect(wrongMethod.headers.get('allow')).toBe('POST');
    expect((await merchant.call('/elsewhere')).status).toBe(404);
  });
});
