import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGatewayClient } from './createGatewayClient.ts';
import { failure, gatewayFixture, settle, success, type Answer } from './gateway.fixture.ts';

const intent = { amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' } as const;
const clientSecret = 'pi_1_secret_1';

/** Creates an intent at a gateway that answers like this, and tells what was sent and what came of it. */
async function createAt(answer: Answer, input: Record<string, unknown> = {}) {
  const { gateway, sent } = gatewayFixture([answer]);
  const call = gateway.paymentIntents.create({ ...intent, idempotencyKey: 'key-1', ...input });
  const { outcome } = await settle(call);
  return { outcome, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('paymentIntents.create', () => {
  it('sends what the guide shows', async () => {
    const { outcome, sent } = await createAt(success({ clientSecret, id: 'a1b2' }));
    expect(outcome).toEqual({ clientSecret, id: 'a1b2' });
    expect(sent).toHaveLength(1);
    const request = sent[0]?.request;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('https://api.amalq.org/api/v1/hajiq-pay/external/payment-intents');
    expect(request?.headers.get('x-api-key')).toBe('hqp_test_1');
    expect(request?.headers.get('idempotency-key')).toBe('key-1');
    expect(await request?.json()).toEqual({ ...intent, currency: 'usd' });
  });

  it.each([301, 302, 307, 308])(
    'never follows a redirect (%i), for the key would go with it',
    async (status) => {
      const { outcome, sent } = await createAt(
        () => new Response(null, { status, headers: { Location: 'https://evil.example/' } }),
      );
      expect(outcome).toMatchObject({ name: 'GatewayError', code: 'bad_gateway_response' });
      expect(sent).toHaveLength(1);
      expect(sent[0]?.request.redirect).toBe('manual');
    },
  );

  it.each<[string, Answer]>([
    ['success: false under 200', failure(200, 'X')],
    ['an API key’s error under 200', failure(200, 'INVALID_API_KEY')],
    ['HTML', () => new Response('<!doctype html>')],
    ['an empty body', () => new Response('')],
    ['null', () => new Response('null')],
    ['an array', () => new Response('[]')],
    ['a truncated body', () => new Response('{"success":true,"da')],
    ['no data', () => Response.json({ success: true })],
    ['no client secret', success({ id: 'a1b2' })],
    ['an empty client secret', success({ clientSecret: '' })],
    ['a secret of another kind', success({ clientSecret: 'seti_1_secret_1' })],
    ['a secret with markup in it', success({ clientSecret: '<b>_secret_1' })],
    ['a body of 300 kB', () => new Response('x'.repeat(300_000))],
    ['a success of 300 kB', success({ clientSecret, padding: 'x'.repeat(300_000) })],
    ['another amount', success({ clientSecret, amount: 100 })],
    ['another currency', success({ clientSecret, currency: 'SAR' })],
    ['another order', success({ clientSecret, externalReferenceId: 'ORDER-9' })],
  ])('refuses %s, and does not ask again', async (_, answer) => {
    const { outcome, sent } = await createAt(answer);
    expect(outcome).toMatchObject({ name: 'GatewayError', code: 'bad_gateway_response' });
    expect(sent).toHaveLength(1);
  });

  it('takes an echo in the gateway’s own spelling', async () => {
    const { outcome } = await createAt(
      success({ clientSecret, amount: 5000, currency: 'usd', externalReferenceId: 'ORDER-1' }),
    );
    expect(outcome).toEqual({ clientSecret });
  });

  it.each([
    { amount: 19.99 * 100 },
    { amount: 99 },
    { amount: 10_000_001 },
    { amount: Number.NaN },
    { amount: '5000' },
    { amount: undefined },
    { currency: 'JPY' },
    { currency: undefined },
    { idempotencyKey: 'two\nlines' },
    { idempotencyKey: '' },
  ])('refuses %j before anything is sent', async (input) => {
    const { outcome, sent } = await createAt(success({ clientSecret }), input);
    expect(outcome).toMatchObject({ name: 'GatewayError', code: 'invalid_request', retryable: false });
    expect(sent).toEqual([]);
  });

  it.each([100, 10_000_000])('takes the amount %i', async (amount) => {
    expect((await createAt(success({ clientSecret }), { amount })).outcome).toEqual({ clientSecret });
  });
});

describe('createGatewayClient', () => {
  it.each(['hqp_live_CANARY\nhqp_live_SECOND', 'hqp live', 'hqp_\u00e9'])(
    'refuses the API key %j without quoting it',
    (apiKey) => {
      expect(() => createGatewayClient({ apiKey })).toThrow(/^(?!.*(CANARY|hqp live))/s);
      expect(() => createGatewayClient({ apiKey })).toThrow('white space or a control character');
    },
  );

  it.each([
    { createPaymentIntent: 'payment-intents' },
    { createPaymentIntent: '/payment-intents/{id}' },
    { createPaymentIntent: '//evil.example' },
    { createPaymentIntent: '/../../other' },
    { retrieveRefund: '/refunds' },
    { retrieveRefund: '/refunds/{id}?all' },
  ])('refuses the path %j', (paths) => {
    expect(() => createGatewayClient({ apiKey: 'hqp_test_1', paths })).toThrow('has to start with a slash');
  });
});
