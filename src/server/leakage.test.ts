import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from './delivery.fixture.ts';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';
import { memoryStore } from './store/memoryStore.ts';

const canaries = {
  apiKey: 'hqp_test_canary_key',
  webhookSecret: 'whsec_canary_secret',
  email: 'maryam.canary@example.org',
  name: 'Maryam Canary',
  cookie: 'session=canary-cookie',
};

/** A shop that logs everything, its details and causes included, and answers that are kept whole. */
function talkativeFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
  const logged: string[] = [];
  const write =
    (level: string) =>
    (...said: unknown[]) =>
      void logged.push(`${level} ${inspect(said, { depth: 9 })} ${JSON.stringify(said)}`);
  const merchant = merchantFixture({
    apiKey: canaries.apiKey,
    webhookSecret: canaries.webhookSecret,
    sandbox: { apiKey: canaries.apiKey, webhookSecret: canaries.webhookSecret },
    orders: {
      'ORDER-1': {
        amount: 5000,
        currency: 'USD',
        customerEmail: canaries.email,
        customerName: canaries.name,
      },
    },
    logger: { info: write('info'), warn: write('warn'), error: write('error') },
    ...options,
  });
  return { merchant, logged };
}

describe('the log', () => {
  it('holds no key, secret, token, signature, cookie, e-mail or name, whatever goes wrong', async () => {
    const store = memoryStore();
    let isBroken = true;
    const { merchant, logged } = talkativeFixture({
      store,
      maxDeclines: 1,
      rateLimits: { perOrder: { requests: 4, seconds: 60 } },
      onPaymentSucceeded: () => {
        if (isBroken) throw new Error('the database is away');
      },
    });
    merchant.sandbox.holdWebhooks();
    const key = canaries.webhookSecret;
    const customer = { customerEmail: canaries.email, customerName: canaries.name };
    const payment = await (await merchant.createPayment()).json();
    const event = (changes = {}, type = 'payment.succeeded') =>
      eventFor(merchant, { ...customer, ...changes }, type);

    await deliver(merchant, event(), { key: 'whsec_canary_of_another' });
    await deliver(merchant, event(), {
      key,
      headers: { Cookie: canaries.cookie, 'X-HajiQ-Signature': 't=canary' },
    });
    await deliver(merchant, event({ amount: 100 }), { key });
    await deliver(merchant, event({}, 'payment.disputed'), { key });
    await deliver(merchant, event(), { key, age: 500 });
    await deliver(merchant, `{"canary": "${canaries.email}"`, { key });
    await deliver(merchant, event({}, 'payment.failed'), { key });
    await deliver(merchant, event(), { key });
    isBroken = false;
    await merchant.readStatus({ ...payment, statusToken: 'canary-token' });
    await merchant.readStatus(payment, { Cookie: canaries.cookie });
    for (let tries = 0; tries < 5; tries += 1) await merchant.createPayment();
    await merchant.handler.sweep();
    const refusing = talkativeFixture({
      fetch: async () =>
        Response.json(
          {
            success: false,
            error: { code: 'INVALID_API_KEY', message: `${canaries.apiKey} of ${canaries.email} is wrong` },
          },
          { status: 401 },
        ),
    });
    await refusing.merchant.createPayment();

    const log = [...logged, ...refusing.logged].join('\n');
    expect(logged.length).toBeGreaterThan(8);
    expect(log).not.toMatch(/canary/i);
    expect(log).not.toContain(payment.clientSecret);
    expect(log).not.toContain(payment.statusToken);
  });
});

describe('the store', () => {
  it('holds no client secret and no token that could be used', async () => {
    const store = memoryStore();
    const { merchant } = talkativeFixture({ store });
    const payment = await (await merchant.createPayment()).json();
    const [stored] = await store.find({ paymentId: payment.paymentId });
    expect(JSON.stringify(stored)).not.toContain(payment.clientSecret.split('_secret_')[1]);
    expect(JSON.stringify(stored)).not.toContain(payment.statusToken);
  });
});

describe('the keys', () => {
  it('can be exchanged without a customer noticing', async () => {
    const store = memoryStore();
    const before = merchantFixture({ store, sealingKeys: ['the-old-key-of-the-shop'] });
    const payment = await (await before.createPayment()).json();
    const after = merchantFixture({
      store,
      sealingKeys: ['the-new-key-of-the-shop', 'the-old-key-of-the-shop'],
    });
    const again = await (await after.createPayment()).json();
    expect(again.clientSecret).toBe(payment.clientSecret);
    expect((await after.readStatus(payment)).status).toBe(200);
    expect((await after.readStatus(again)).status).toBe(200);
  });

  it('may be lost: the order gets a new payment when the old one can be withdrawn, and none otherwise', async () => {
    const exchange = async (fetch?: (merchant: MerchantFixture) => typeof globalThis.fetch) => {
      const store = memoryStore();
      const before = merchantFixture({ store, sealingKeys: ['the-old-key-of-the-shop'] });
      const lost = await (await before.createPayment()).json();
      const atGateway: typeof globalThis.fetch = async (input, init) =>
        before.sandbox.fetch(new Request(input, init));
      const after = merchantFixture({
        store,
        sealingKeys: ['the-new-key-of-the-shop'],
        fetch: fetch?.(before) ?? atGateway,
      });
      return { lost, after, answer: await after.createPayment() };
    };
    const { lost, answer } = await exchange();
    expect(answer.status).toBe(201);
    expect((await answer.json()).clientSecret).not.toBe(lost.clientSecret);
    // A second secret beside one that is alive could be charged as well.
    const stuck = await exchange(() => async () => new Response('no', { status: 404 }));
    expect(stuck.answer.status).toBe(500);
    expect(stuck.after.log.join()).toContain('sealingKeys');
  });

  it('of the webhook can be two while one replaces the other', async () => {
    const secrets = ['whsec_new_secret', 'whsec_old_secret'] as const;
    const merchant = merchantFixture({ webhookSecret: secrets });
    merchant.sandbox.holdWebhooks();
    await merchant.createPayment();
    for (const key of secrets) {
      expect((await deliver(merchant, eventFor(merchant), { key })).status).toBe(200);
    }
    const rotated = merchantFixture({ webhookSecret: secrets[0] });
    await rotated.createPayment();
    expect((await deliver(rotated, eventFor(rotated), { key: secrets[1] })).status).toBe(400);
  });

  it.each(['constructor', '__proto__', 'toString'])('do not open an order called %s', async (orderId) => {
    const merchant = merchantFixture({ resolveOrder: () => null });
    expect((await merchant.createPayment({ orderId })).status).toBe(404);
  });
});

describe('every answer', () => {
  it('has a request id, and none is kept by a cache', async () => {
    const merchant = merchantFixture();
    const created = await merchant.createPayment();
    const payment = await created.clone().json();
    const status = await merchant.readStatus(payment);
    const etag = status.headers.get('etag') ?? '';
    const answers = [
      created,
      status,
      await merchant.readStatus(payment, { 'If-None-Match': etag }),
      await merchant.readStatus({ ...payment, statusToken: 'x' }),
      await merchant.reportStatus('payment.disputed'),
      await merchant.call('/nowhere'),
      await merchant.call('/webhook'),
      await merchant.call('/webhook/'),
      await merchant.call('/payments', { method: 'HEAD' }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(answers.length);
  });

  it('charges for the order that was authorised, though the body names two', async () => {
    const asked: string[] = [];
    const merchant = merchantFixture({
      authorize: (_, orderId) => (asked.push(orderId), true),
      resolveOrder: (orderId) => (asked.push(orderId), { amount: 5000, currency: 'USD' }),
    });
    await merchant.call('/payments?orderId=ORDER-9', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"orderId":"ORDER-1","orderId":"ORDER-2"}',
    });
    expect(new Set(asked)).toEqual(new Set(['ORDER-2']));
    expect(merchant.sandbox.payments()).toMatchObject([{ externalReferenceId: 'ORDER-2' }]);
  });
});

describe('memoryStore', () => {
  it('warns once that it forgets, in production', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    memoryStore();
    expect(warned).not.toHaveBeenCalled();
    vi.stubEnv('NODE_ENV', 'production');
    memoryStore();
    memoryStore();
    vi.unstubAllEnvs();
    expect(warned).toHaveBeenCalledTimes(1);
    expect(String(warned.mock.calls[0])).toContain('postgresStore');
    warned.mockRestore();
  });
});
