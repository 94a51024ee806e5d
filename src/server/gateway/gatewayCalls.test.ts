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

const base = 'https://api.amalq.org/api/v1/hajiq-pay/external';
const payment = { id: 'a1', status: 'succeeded', amount: 5000, currency: 'USD' } as const;
const refund = { id: 'r1', paymentId: 'a1', amount: 100, currency: 'USD', status: 'succeeded' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const calls: [string, (gateway: GatewayClient, id: string) => Promise<unknown>, unknown, string][] = [
  ['retrieve', ({ paymentIntents }, id) => paymentIntents.retrieve(id), payment, '/payment-intents/{id}'],
  ['cancel', ({ paymentIntents }, id) => paymentIntents.cancel(id), payment, '/payment-intents/{id}/cancel'],
  [
    'refund',
    ({ refunds }, id) => refunds.create({ paymentId: id }),
    { id: 'r1' },
    '/payment-intents/{id}/refunds',
  ],
  ['retrieve a refund', ({ refunds }, id) => refunds.retrieve(id), { id: 'r1' }, '/refunds/{id}'],
];

describe.each(calls)('%s', (_, call, data, path) => {
  it('goes to its path, with the id escaped', async () => {
    const { gateway, sent } = gatewayFixture([success(data)]);
    await settle(call(gateway, 'a/b?c#d%$&'));
    expect(sent[0]?.request.url).toBe(`${base}${path.replace('{id}', 'a%2Fb%3Fc%23d%25%24%26')}`);
    expect(sent[0]?.request.headers.get('x-api-key')).toBe('hqp_test_1');
  });

  it.each(['', '.', '..', 'a b', 'a\nb', '\ud800', 'x'.repeat(256), undefined, null, 7, {}])(
    'refuses the id %j before anything is sent',
    async (id) => {
      const { gateway, sent } = gatewayFixture([success(data)]);
      const { outcome } = await settle(call(gateway, id as string));
      expect(outcome).toMatchObject({ name: 'GatewayError', code: 'invalid_request', retryable: false });
      expect(sent).toEqual([]);
    },
  );

  it.each([[null], [[]], ['text'], [{}], [{ id: '' }], [{ id: 7 }]])(
    'refuses the answer %j',
    async (answer) => {
      const { gateway } = gatewayFixture([success(answer)]);
      const { outcome } = await settle(call(gateway, 'a1'));
      expect(outcome).toMatchObject({ name: 'GatewayError', code: 'bad_gateway_response' });
    },
  );
});

describe('a payment that is read', () => {
  const retrieve = async (data: unknown) =>
    (await settle(gatewayFixture([success(data)]).gateway.paymentIntents.retrieve('a1'))).outcome;

  it('is given as it is told, and no more', async () => {
    const told = {
      externalReferenceId: 'ORDER-1',
      customerEmail: 'a@example.org',
      customerName: 'A',
      completedAt: '2026-01-01T00:00:00.000Z',
    };
    expect(await retrieve({ ...payment, ...told, currency: 'usd', more: 1 })).toEqual({
      ...payment,
      ...told,
    });
    expect(await retrieve({ ...payment, customerName: null })).toEqual(payment);
  });

  it('is pending under a status that is not published', async () => {
    expect(await retrieve({ ...payment, status: 'disputed' })).toEqual({ ...payment, status: 'pending' });
  });

  it.each([
    { id: 'another' },
    { id: undefined },
    { status: undefined },
    { status: 1 },
    { amount: '5000' },
    { amount: 50.5 },
    { currency: 'JPY' },
    { externalReferenceId: 7 },
    { completedAt: 0 },
  ])('is refused with %j', async (changes) => {
    expect(await retrieve({ ...payment, ...changes })).toMatchObject({ code: 'bad_gateway_response' });
  });
});

describe('paymentIntents.cancel', () => {
  const cancelled = { ...payment, status: 'cancelled' };

  it('takes a payment that an earlier try has cancelled for cancelled', async () => {
    const cannot = failure(400, 'PAYMENT_CANNOT_BE_CANCELLED');
    const { gateway, sent } = gatewayFixture([noNetwork, cannot, success(cancelled)]);
    expect((await settle(gateway.paymentIntents.cancel('a1'))).outcome).toEqual(cancelled);
    expect(sent.map(({ request }) => request.method)).toEqual(['POST', 'POST', 'GET']);
  });

  it.each([
    ['is paid', success(payment)],
    ['cannot be read', failure(404, 'PAYMENT_NOT_FOUND')],
  ])('says that a payment cannot be cancelled which %s', async (_, read) => {
    const { gateway } = gatewayFixture([failure(400, 'PAYMENT_CANNOT_BE_CANCELLED'), read]);
    const { outcome } = await settle(gateway.paymentIntents.cancel('a1'));
    expect(outcome).toMatchObject({ gatewayCode: 'PAYMENT_CANNOT_BE_CANCELLED', retryable: false });
  });

  it('ends within 15 s, though it reads the payment as well', async () => {
    const late: Answer = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 9_000));
      return failure(400, 'PAYMENT_CANNOT_BE_CANCELLED')(request);
    };
    const { gateway } = gatewayFixture([late, silence]);
    const { outcome, ms } = await settle(gateway.paymentIntents.cancel('a1'));
    expect(outcome).toMatchObject({ gatewayCode: 'PAYMENT_CANNOT_BE_CANCELLED' });
    expect(ms).toBeLessThanOrEqual(15_050);
  });
});

describe('refunds', () => {
  it('asks for the amount it is given, or for all that is left', async () => {
    const { gateway, sent } = gatewayFixture([success(refund)]);
    expect(
      (await settle(gateway.refunds.create({ paymentId: 'a1', amount: 100, reason: 'late' }))).outcome,
    ).toEqual(refund);
    await settle(gateway.refunds.create({ paymentId: 'a1' }));
    expect(await sent[0]?.request.json()).toEqual({ amount: 100, reason: 'late' });
    expect(await sent[1]?.request.json()).toEqual({});
  });

  it.each([0, -1, 1.5, 19.99 * 100, Number.NaN, '100', null])(
    'refuses the amount %s before anything is sent',
    async (amount) => {
      const { gateway, sent } = gatewayFixture([success(refund)]);
      const call = gateway.refunds.create({ paymentId: 'a1', amount: amount as number });
      expect((await settle(call)).outcome).toMatchObject({ code: 'invalid_request' });
      expect(sent).toEqual([]);
    },
  );

  it('refuses a refund of another payment, and another refund', async () => {
    const { gateway } = gatewayFixture([success(refund)]);
    const made = await settle(gateway.refunds.create({ paymentId: 'another' }));
    expect(made.outcome).toMatchObject({ code: 'bad_gateway_response', retryable: false });
    const read = await settle(gateway.refunds.retrieve('another'));
    expect(read.outcome).toMatchObject({ code: 'bad_gateway_response' });
  });

  it('leaves out what is not told in the expected form', async () => {
    const { gateway } = gatewayFixture([
      success({ id: 'r1', paymentId: 7, amount: 'x', currency: 'JPY', status: 1 }),
    ]);
    expect((await settle(gateway.refunds.create({ paymentId: 'a1' }))).outcome).toEqual({ id: 'r1' });
  });
});

describe('the paths', () => {
  it('can be others', async () => {
    const paths = { retrieveRefund: '/v2/{id}/refund', createPaymentIntent: undefined };
    const { gateway, sent } = gatewayFixture([success(refund)], { paths });
    await settle(gateway.refunds.retrieve('r1'));
    await settle(gateway.paymentIntents.create({ amount: 500, currency: 'USD', externalReferenceId: 'O' }));
    expect(sent.map(({ request }) => request.url)).toEqual([
      `${base}/v2/r1/refund`,
      `${base}/payment-intents`,
    ]);
  });
});
