import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, gatewayFixture, settle, type Answer } from './gateway.fixture.ts';
import { gatewayErrors } from './gatewayErrors.ts';

const refundAt = async (answer: Answer) =>
  (await settle(gatewayFixture([answer]).gateway.refunds.retrieve('r1'))).outcome;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the guide’s error codes', () => {
  it('are these fifteen, with these statuses', () => {
    expect(Object.entries(gatewayErrors).map(([code, { status }]) => `${code} ${status}`)).toEqual([
      'MISSING_API_KEY 401',
      'INVALID_API_KEY 401',
      'API_KEY_EXPIRED 401',
      'API_KEY_REVOKED 401',
      'INSUFFICIENT_SCOPE 403',
      'RATE_LIMITED 429',
      'VALIDATION_ERROR 400',
      'INVALID_AMOUNT 400',
      'UNSUPPORTED_CURRENCY 400',
      'PAYMENT_NOT_FOUND 404',
      'PAYMENT_CANNOT_BE_CANCELLED 400',
      'PAYMENT_NOT_REFUNDABLE 400',
      'INVALID_REFUND_AMOUNT 400',
      'REFUND_NOT_FOUND 404',
      'INTERNAL_ERROR 500',
    ]);
  });

  it.each(Object.entries(gatewayErrors))('%s is told with its remedy', async (code, facts) => {
    const error = await refundAt(failure(facts.status, code));
    expect(error).toMatchObject({
      name: 'GatewayError',
      code: facts.retryable ? 'gateway_unavailable' : 'gateway_refused',
      status: facts.status,
      gatewayCode: code,
      retryable: facts.retryable,
    });
    expect(String(error)).toContain(facts.remedy);
    expect(facts.retryable).toBe(code === 'RATE_LIMITED' || code === 'INTERNAL_ERROR');
    expect(facts.isCredentialsFault).toBe(facts.status === 401);
  });

  it.each([
    [400, 'gateway_refused', false],
    [401, 'gateway_refused', false],
    [409, 'gateway_refused', false],
    [429, 'gateway_unavailable', true],
    [500, 'gateway_unavailable', true],
    [503, 'gateway_unavailable', true],
  ])('an unknown one is classed by its status: %i', async (status, code, retryable) => {
    for (const name of ['NEW_CODE', 'constructor', 'toString']) {
      expect(await refundAt(failure(status, name))).toMatchObject({ code, status, retryable });
    }
  });

  it.each([
    ['create', 'make payment intents'],
    ['retrieve', 'read payments'],
    ['cancel', 'cancel payments'],
    ['refund', 'make refunds'],
    ['read a refund', 'read refunds'],
  ])('INSUFFICIENT_SCOPE names what the key may not do: %s', async (name, capability) => {
    const { paymentIntents, refunds } = gatewayFixture([failure(403, 'INSUFFICIENT_SCOPE')]).gateway;
    const calls: Record<string, () => Promise<unknown>> = {
      create: () => paymentIntents.create({ amount: 500, currency: 'USD', externalReferenceId: 'O' }),
      retrieve: () => paymentIntents.retrieve('a1'),
      cancel: () => paymentIntents.cancel('a1'),
      refund: () => refunds.create({ paymentId: 'a1' }),
      'read a refund': () => refunds.retrieve('r1'),
    };
    const { outcome } = await settle(calls[name]?.() ?? Promise.resolve());
    expect(String(outcome)).toContain(`not allowed to ${capability}.`);
    expect(String(outcome)).not.toContain('hqp_test_1');
  });
});

describe('an answer that is no envelope', () => {
  it.each<[string, number, Answer, string]>([
    [
      'success: true',
      500,
      () => Response.json({ success: true, data: { id: 'r1' } }, { status: 500 }),
      'gateway_unavailable',
    ],
    [
      'success: true',
      400,
      () => Response.json({ success: true, data: { id: 'r1' } }, { status: 400 }),
      'gateway_refused',
    ],
    ['HTML', 502, () => new Response('<h1>canary</h1>', { status: 502 }), 'gateway_unavailable'],
    ['nothing', 504, () => new Response(null, { status: 504 }), 'gateway_unavailable'],
    ['an array', 404, () => new Response('[]', { status: 404 }), 'gateway_refused'],
    ['null', 403, () => new Response('null', { status: 403 }), 'gateway_refused'],
  ])('is classed by its status: %s under %i', async (_, status, answer, code) => {
    const error = await refundAt(answer);
    expect(error).toMatchObject({ name: 'GatewayError', code, status });
    expect(String(error)).not.toContain('canary');
  });

  it('is read up to 64 kB when it is an error, and its rest is left', async () => {
    const cancel = vi.fn();
    let sentBytes = 0;
    const chunk = new TextEncoder().encode(' '.repeat(16 * 1024));
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull: (stream) => {
          sentBytes += chunk.length;
          if (sentBytes > 10_000_000) stream.close();
          else stream.enqueue(chunk);
        },
        cancel,
      });
    const error = await refundAt(() => new Response(body(), { status: 400 }));
    expect(error).toMatchObject({ code: 'gateway_refused', status: 400 });
    expect(sentBytes).toBeLessThanOrEqual((64 + 48) * 1024);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('keeps addresses, keys and line breaks of the gateway’s words out of its message', async () => {
    const message = 'no bob@example.org\nFAKE LOG LINE hqp_live_canary_1 pi_1_secret_canary';
    const error = await refundAt(() =>
      Response.json({ success: false, error: { code: 'A\nB', message } }, { status: 400 }),
    );
    expect(String(error)).not.toMatch(/bob@|canary|\n/);
    expect(error).toMatchObject({ gatewayCode: undefined });
  });
});
