import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  failure,
  gatewayFixture,
  noNetwork,
  settle,
  silence,
  success,
  type Answer,
} from './gateway.fixture.ts';
import type { GatewayClient } from './GatewayClient.ts';

const down = failure(500, 'INTERNAL_ERROR');
const badGateway: Answer = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
const stalled: Answer = () =>
  new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(1)) }));
const limited = (retryAfter: string) => failure(429, 'RATE_LIMITED', { 'Retry-After': retryAfter });
const payment = { id: 'a1', status: 'pending', amount: 5000, currency: 'USD' };

const create = ({ paymentIntents }: GatewayClient) =>
  paymentIntents.create({ amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' });
const retrieve = ({ paymentIntents }: GatewayClient) => paymentIntents.retrieve('a1');
const cancel = ({ paymentIntents }: GatewayClient) => paymentIntents.cancel('a1');
const refund = ({ refunds }: GatewayClient) => refunds.create({ paymentId: 'a1' });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a call that moves no money', () => {
  it.each([
    ['an error of the gateway', down],
    ['a proxy in front of it', badGateway],
    ['a broken line', noNetwork],
    ['silence', silence],
    ['an answer that stalls', stalled],
  ])('is tried again after %s', async (_, fault) => {
    const made = gatewayFixture([fault, success({ clientSecret: 'pi_1_secret_1' })]);
    expect((await settle(create(made.gateway))).outcome).toEqual({ clientSecret: 'pi_1_secret_1' });
    const keys = made.sent.map(({ request }) => request.headers.get('idempotency-key'));
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{36}$/), keys[0]]);
    for (const call of [retrieve, cancel]) {
      const { gateway, sent } = gatewayFixture([fault, success(payment)]);
      expect((await settle(call(gateway))).outcome).toEqual(payment);
      expect(sent).toHaveLength(2);
    }
  });

  it.each([
    ['create', create, 2],
    ['cancel', cancel, 2],
    ['retrieve', retrieve, 3],
  ] as const)('is given up: %s', async (_, call, tries) => {
    const { gateway, sent } = gatewayFixture([down]);
    expect((await settle(call(gateway))).outcome).toMatchObject({
      gatewayCode: 'INTERNAL_ERROR',
      status: 500,
    });
    expect(sent).toHaveLength(tries);
  });

  it('waits longer each time, and not as long as another server', async () => {
    const { gateway, sent } = gatewayFixture([down]);
    await settle(retrieve(gateway));
    expect(sent.map(({ at }) => at)).toEqual([0, 375, 375 + 750]);
    vi.mocked(Math.random).mockReturnValue(0.9);
    const other = gatewayFixture([down]);
    await settle(retrieve(other.gateway));
    expect(other.sent.map(({ at }) => at)).not.toContain(375);
  });

  it.each([400, 401, 403, 404, 409])('is not tried again after a refusal (%i)', async (status) => {
    const { gateway, sent } = gatewayFixture([failure(status, 'NEW_CODE')]);
    await settle(retrieve(gateway));
    expect(sent).toHaveLength(1);
  });
});

describe('a refund', () => {
  it.each([
    ['an error of the gateway', down],
    ['a proxy in front of it', badGateway],
    ['an overload that asks to wait', failure(503, 'OVERLOADED', { 'Retry-After': '1' })],
    ['a broken line', noNetwork],
    ['silence', silence],
    ['an answer that stalls', stalled],
    ['an answer without a refund', success({})],
  ])('is never asked for twice after %s, and its caller is warned', async (_, fault) => {
    const { gateway, sent } = gatewayFixture([fault, success({ id: 'r1' })]);
    const { outcome } = await settle(refund(gateway));
    expect(outcome).toMatchObject({ name: 'GatewayError', retryable: false });
    expect(String(outcome)).toContain('not known whether the refund was made');
    expect(sent).toHaveLength(1);
  });

  it('is asked for again, once, when it was refused for its rate', async () => {
    const { gateway, sent } = gatewayFixture([limited('1'), success({ id: 'r1' })]);
    expect((await settle(refund(gateway))).outcome).toEqual({ id: 'r1' });
    expect(sent[1]?.request.headers.get('idempotency-key')).toBe(
      sent[0]?.request.headers.get('idempotency-key'),
    );
    const busy = gatewayFixture([limited('1')]);
    expect((await settle(refund(busy.gateway))).outcome).toMatchObject({ status: 429, retryable: true });
    expect(busy.sent).toHaveLength(2);
  });
});

describe('the deadline', () => {
  it.each([
    ['does not answer', silence],
    ['stops in the middle of its answer', stalled],
  ])('is 10 s for a try and 15 s in all when the gateway %s', async (_, answer) => {
    const { gateway, sent } = gatewayFixture([answer]);
    const { outcome, ms } = await settle(retrieve(gateway));
    expect(outcome).toMatchObject({ code: 'gateway_unavailable', retryable: true });
    expect(sent.map(({ at }) => at)).toEqual([0, 10_375]);
    expect(ms).toBeGreaterThanOrEqual(14_950);
    expect(ms).toBeLessThanOrEqual(15_000);
  });

  it('leaves a request out that there is no time for', async () => {
    const late: Answer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 9_500));
      return failure(400, 'VALIDATION_ERROR')(request);
    };
    const { gateway, sent } = gatewayFixture([limited('5'), late, success({ id: 'r1' })]);
    expect((await settle(refund(gateway))).outcome).toMatchObject({ name: 'GatewayError' });
    expect(sent).toHaveLength(2);
  });

  it('tells the transport to stop', async () => {
    const { gateway, sent } = gatewayFixture([silence]);
    await settle(refund(gateway));
    expect(sent[0]?.request.signal.aborted).toBe(true);
  });
});

describe('a gateway that asks to wait', () => {
  it('is given the time it asks for, when there is that much', async () => {
    const { gateway, sent } = gatewayFixture([limited('5'), success(payment)]);
    expect((await settle(retrieve(gateway))).outcome).toEqual(payment);
    expect(sent[1]?.at).toBe(5_125);
  });

  it.each(['14', '20', '1000000000', new Date('2999-01-01').toUTCString()])(
    'is told of at once when it asks for too much: %s',
    async (retryAfter) => {
      const { gateway, sent } = gatewayFixture([limited(retryAfter)]);
      const { outcome, ms } = await settle(create(gateway));
      expect(outcome).toMatchObject({
        code: 'gateway_unavailable',
        status: 429,
        retryAfterMs: Math.min(Number(retryAfter) || 30, 30) * 1000,
      });
      expect(ms).toBeLessThan(100);
      expect(sent).toHaveLength(1);
    },
  );

  it('may say so with 503 as well', async () => {
    const { gateway, sent } = gatewayFixture([
      failure(503, 'OVERLOADED', { 'Retry-After': '3' }),
      success(payment),
    ]);
    expect((await settle(retrieve(gateway))).outcome).toEqual(payment);
    expect(sent[1]?.at).toBe(3_125);
    const silent = gatewayFixture([failure(503, 'OVERLOADED')]);
    expect((await settle(retrieve(silent.gateway))).outcome).toMatchObject({ retryAfterMs: undefined });
  });
});
