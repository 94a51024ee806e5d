import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGatewayClient } from './createGatewayClient.ts';

const intent = { amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' } as const;
const clientSecret = 'pi_1_secret_1';

/** Creates an intent at a gateway that answers like this, and tells what was sent and what came of it. */
async function createAt(answer: () => Response | Promise<Response>) {
  const sent: Request[] = [];
  const gateway = createGatewayClient({
    apiKey: 'hqp_test_1',
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return answer();
    },
  });
  const result: unknown = await gateway.paymentIntents
    .create({ ...intent, idempotencyKey: 'key-1' })
    .catch((error: unknown) => error);
  return { result, sent };
}
const answering = (data: unknown) => () => Response.json({ success: true, data });

afterEach(() => {
  vi.useRealTimers();
});

describe('paymentIntents.create', () => {
  it('sends what the guide shows', async () => {
    const { result, sent } = await createAt(answering({ clientSecret, id: 'a1b2' }));
    expect(result).toEqual({ clientSecret, id: 'a1b2' });
    const [request] = sent;
    expect(request?.url).toBe('https://api.amalq.org/api/v1/hajiq-pay/external/payment-intents');
    expect(request?.headers.get('x-api-key')).toBe('hqp_test_1');
    expect(request?.headers.get('idempotency-key')).toBe('key-1');
    expect(await request?.json()).toEqual({ ...intent, currency: 'usd' });
  });

  it.each([301, 302, 307, 308])(
    'never follows a redirect (%i), for the key would go with it',
    async (status) => {
      const { result, sent } = await createAt(
        () => new Response(null, { status, headers: { Location: 'https://evil.example/' } }),
      );
      expect(result).toMatchObject({ name: 'GatewayError', code: 'bad_gateway_response' });
      expect(sent).toHaveLength(1);
      expect(sent[0]?.redirect).toBe('manual');
    },
  );

  it.each([
    ['success: false under 200', () => Response.json({ success: false, error: { code: 'X', message: 'x' } })],
    ['HTML', () => new Response('<!doctype html>')],
    ['an empty body', () => new Response('')],
    ['null', () => new Response('null')],
    ['a truncated body', () => new Response('{"success":true,"da')],
    ['no data', () => Response.json({ success: true })],
    ['no client secret', answering({ id: 'a1b2' })],
    ['a secret of another kind', answering({ clientSecret: 'seti_1_secret_1' })],
    ['a secret with markup in it', answering({ clientSecret: '<b>_secret_1' })],
    ['a body of 300 kB', () => new Response('x'.repeat(300_000))],
    ['another amount', answering({ clientSecret, amount: 100 })],
    ['another currency', answering({ clientSecret, currency: 'SAR' })],
    ['another order', answering({ clientSecret, externalReferenceId: 'ORDER-9' })],
  ])('refuses %s', async (_, answer) => {
    const { result } = await createAt(answer);
    expect(result).toMatchObject({ name: 'GatewayError', code: 'bad_gateway_response' });
  });

  it('takes an echo in the gateway’s own spelling', async () => {
    const { result } = await createAt(
      answering({ clientSecret, amount: 5000, currency: 'usd', externalReferenceId: 'ORDER-1' }),
    );
    expect(result).toEqual({ clientSecret });
  });

  it.each([
    [401, 'INVALID_API_KEY', 'gateway_refused', false],
    [400, 'INVALID_AMOUNT', 'gateway_refused', false],
    [429, 'RATE_LIMITED', 'gateway_unavailable', true],
    [500, 'INTERNAL_ERROR', 'gateway_unavailable', true],
  ])('tells %i %s as %s', async (status, code, ours, retryable) => {
    const { result } = await createAt(() =>
      Response.json({ success: false, error: { code, message: 'said' } }, { status }),
    );
    expect(result).toMatchObject({ code: ours, status, gatewayCode: code, retryable });
  });

  it('keeps addresses, keys and line breaks of the gateway’s words out of its message', async () => {
    const message = 'no bob@example.org\nFAKE LOG LINE hqp_live_canary_1 pi_1_secret_canary';
    const { result } = await createAt(() =>
      Response.json({ success: false, error: { code: 'A\nB', message } }, { status: 400 }),
    );
    expect(String(result)).not.toMatch(/bob@|canary|\n/);
    expect(result).toMatchObject({ gatewayCode: undefined });
  });

  it.each([
    ['does not answer', () => new Promise<Response>(() => {})],
    [
      'stops in the middle of its answer',
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(1)) })),
    ],
  ])('gives a gateway up that %s', async (_, answer) => {
    vi.useFakeTimers();
    const asked = createAt(answer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await asked).result).toMatchObject({ name: 'GatewayError', retryable: true });
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
});
