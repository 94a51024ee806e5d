import { describe, expect, it } from 'vitest';
import { virtualClock } from '../clock/virtualClock.ts';
import { REFUSED_KEYS, type SandboxKey } from '../keys/SandboxKey.ts';
import { sandboxFixture } from '../sandboxCalls.fixture.ts';
import { statusOfCode, type ApiErrorCode } from './ApiError.ts';

type Calls = ReturnType<typeof sandboxFixture>;

const pay = { amount: 5000, currency: 'usd' };
const createWith = (headers: Record<string, string>) => (calls: Calls) =>
  calls.gateway('POST', '/payment-intents', pay, headers);
const createOf = (fields: object) => (calls: Calls) => calls.gateway('POST', '/payment-intents', fields);

/** Every code of the guide: its HTTP status there, what causes it in words, and by a call. */
const rows: Record<ApiErrorCode, [number, string, (calls: Calls) => ReturnType<Calls['gateway']>]> = {
  MISSING_API_KEY: [401, 'no key in either header', createWith({})],
  INVALID_API_KEY: [401, 'a key that there is not', createWith({ 'X-API-Key': 'hqp_test_unknown' })],
  API_KEY_EXPIRED: [401, 'the expired key', createWith({ 'X-API-Key': 'hqp_test_expired' })],
  API_KEY_REVOKED: [401, 'the revoked key', createWith({ Authorization: 'Bearer hqp_test_revoked' })],
  INSUFFICIENT_SCOPE: [403, 'a key that may only read', createWith({ 'X-API-Key': 'hqp_test_readonly' })],
  RATE_LIMITED: [
    429,
    'one request more than the window has',
    async (calls) => {
      calls.sandbox.setKnobs({ rateLimit: 2 });
      await calls.create();
      await calls.create();
      return createOf(pay)(calls);
    },
  ],
  VALIDATION_ERROR: [400, 'a body without a currency', createOf({ amount: 5000 })],
  INVALID_AMOUNT: [400, 'less than 100', createOf({ ...pay, amount: 99 })],
  UNSUPPORTED_CURRENCY: [400, 'yen', createOf({ ...pay, currency: 'jpy' })],
  PAYMENT_NOT_FOUND: [
    404,
    'an id that there is not',
    ({ gateway }) => gateway('GET', '/payment-intents/another'),
  ],
  PAYMENT_CANNOT_BE_CANCELLED: [
    400,
    'cancelling what is paid',
    async ({ create, confirm, gateway }) => {
      const { id, clientSecret } = await create();
      await confirm(clientSecret);
      return gateway('POST', `/payment-intents/${id}/cancel`);
    },
  ],
  PAYMENT_NOT_REFUNDABLE: [
    400,
    'refunding what is not paid',
    async ({ create, gateway }) => gateway('POST', `/payment-intents/${(await create()).id}/refunds`),
  ],
  INVALID_REFUND_AMOUNT: [
    400,
    'refunding more than was paid',
    async ({ create, confirm, gateway }) => {
      const { id, clientSecret } = await create();
      await confirm(clientSecret);
      return gateway('POST', `/payment-intents/${id}/refunds`, { amount: 5001 });
    },
  ],
  REFUND_NOT_FOUND: [404, 'an id that there is not', ({ gateway }) => gateway('GET', '/refunds/another')],
  INTERNAL_ERROR: [
    500,
    'a gateway that fails next',
    (calls) => {
      calls.sandbox.setKnobs({ failNext: 1 });
      return createOf(pay)(calls);
    },
  ],
};

describe('the guide’s fifteen error codes', () => {
  it('are all here', () => expect(Object.keys(rows)).toHaveLength(15));

  it.each(
    Object.entries(rows).map(([code, [status, words, cause]]) => [code, status, words, cause] as const),
  )('%s is %i, by %s', async (code, status, _, cause) => {
    const { status: answered, body } = await cause(sandboxFixture());
    expect(answered).toBe(status);
    expect(body).toEqual({ success: false, error: { code, message: expect.any(String) } });
    expect(statusOfCode[code as ApiErrorCode]).toBe(status);
  });
});

describe('keys', () => {
  const headersOf = (key: string) => ({ 'X-API-Key': key });

  it.each(REFUSED_KEYS)('$key is there to be refused, in either header', async ({ key }) => {
    const calls = sandboxFixture();
    const refusals = [
      await createWith(headersOf(key))(calls),
      await createWith({ Authorization: `Bearer ${key}` })(calls),
    ];
    expect(refusals[0]?.status).toBeGreaterThan(400);
    expect(refusals[0]?.body).toEqual(refusals[1]?.body);
    expect(calls.sandbox.payments()).toEqual([]);
  });

  it.each([
    ['payments:write', 'POST', '/payment-intents', 400],
    ['payments:read', 'GET', '/payment-intents/x', 404],
    ['payments:write', 'POST', '/payment-intents/x/cancel', 404],
    ['refunds:write', 'POST', '/payment-intents/x/refunds', 404],
    ['refunds:read', 'GET', '/refunds/x', 404],
  ] as const)('need %s for %s %s', async (scope, method, path, status) => {
    const { gateway } = sandboxFixture({
      keys: [
        { key: 'hqp_test_with', scopes: [scope] },
        { key: 'hqp_test_without', scopes: [] },
      ],
    });
    const body = method === 'POST' ? {} : undefined;
    expect((await gateway(method, path, body, headersOf('hqp_test_with'))).status).toBe(status);
    expect((await gateway(method, path, body, headersOf('hqp_test_without'))).body.error.code).toBe(
      'INSUFFICIENT_SCOPE',
    );
  });

  it('of one’s own count before the ones that are there', async () => {
    const { gateway } = sandboxFixture({
      keys: [{ key: 'hqp_test_expired' }, { key: 'hqp_test_sandbox', state: 'revoked' }],
    });
    const statusWith = async (key: string) =>
      (await gateway('POST', '/payment-intents', pay, headersOf(key))).status;
    expect(await statusWith('hqp_test_expired')).toBe(201);
    expect(await statusWith('hqp_test_sandbox')).toBe(401);
  });

  it.each([
    [{ key: 'hqp_live_canary' }, /no live key/],
    [{ key: '' }, /empty/],
    [{ key: 'hqp test' }, /header/],
    [{ key: 'hqp_test_1', state: 'lost' }, /never lost/],
    [{ key: 'hqp_test_1', scopes: ['payments:delete'] }, /no scope payments:delete/],
  ])('refuse to be %j', (key, message) => {
    expect(() => sandboxFixture({ keys: [key as SandboxKey] })).toThrow(message);
  });
});

describe('the rate limit', () => {
  it('ends with its window, and says when', async () => {
    const clock = virtualClock();
    const calls = sandboxFixture({ clock, knobs: { rateLimit: 1, rateWindow: 30_000 } });
    await calls.create();
    await clock.advance(12_500);
    const limited = await createOf(pay)(calls);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '18']);
    await clock.advance(17_500);
    expect((await createOf(pay)(calls)).status).toBe(201);
    expect((await createOf(pay)(calls)).headers.get('retry-after')).toBe('30');
  });

  it('is of each key, and not of those that are refused', async () => {
    const calls = sandboxFixture({ keys: [{ key: 'hqp_test_another' }], knobs: { rateLimit: 1 } });
    await createWith({ 'X-API-Key': 'hqp_test_unknown' })(calls);
    expect((await createOf(pay)(calls)).status).toBe(201);
    expect((await createOf(pay)(calls)).status).toBe(429);
    expect((await createWith({ 'X-API-Key': 'hqp_test_another' })(calls)).status).toBe(201);
  });
});

describe('a gateway that fails', () => {
  it('has done nothing, and works again after as many as were asked for', async () => {
    const calls = sandboxFixture({ knobs: { failNext: 2 } });
    expect([(await createOf(pay)(calls)).status, (await createOf(pay)(calls)).status]).toEqual([500, 500]);
    expect(calls.sandbox.payments()).toEqual([]);
    expect((await createOf(pay)(calls)).status).toBe(201);
    expect(calls.sandbox.knobs().failNext).toBe(0);
  });
});

describe('a field the guide does not know', () => {
  it.each([
    ['/payment-intents', { ...pay, metadata: {} }],
    ['/payment-intents', { ...pay, amont: 1 }],
    ['/refunds', { amount: 1, currency: 'usd' }],
  ])('is refused, and not left out in silence: %s %j', async (path, body) => {
    const calls = sandboxFixture();
    const { id, clientSecret } = await calls.create();
    await calls.confirm(clientSecret);
    const where = path === '/refunds' ? `/payment-intents/${id}/refunds` : path;
    expect((await calls.gateway('POST', where, body)).body.error.code).toBe('VALIDATION_ERROR');
  });
});

describe('the published statuses', () => {
  const cards = { challenged: '4000000000003220', declined: '4000000000000002' };

  it('are all reached, as they are written, and usd comes back as USD', async () => {
    const { create, confirm, gateway, authenticate } = sandboxFixture();
    const seen: string[] = [];
    const { id, clientSecret } = await create({ currency: 'usd' });
    const look = async () => {
      const { data } = (await gateway('GET', `/payment-intents/${id}`)).body;
      expect(data.currency).toBe('USD');
      seen.push(data.status);
    };
    await look();
    await confirm(clientSecret, { number: cards.challenged });
    await look();
    await authenticate(clientSecret, 'fail');
    await look();
    await confirm(clientSecret);
    await look();
    await gateway('POST', `/payment-intents/${id}/refunds`);
    await look();
    const other = await create();
    seen.push((await gateway('POST', `/payment-intents/${other.id}/cancel`)).body.data.status);
    expect(seen).toEqual(['pending', 'processing', 'failed', 'succeeded', 'refunded', 'cancelled']);
  });
});
