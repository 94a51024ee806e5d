import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../errors/ConfigError.ts';
import { createIntentAsTheGuideDoes, verifyWebhookAsTheGuideDoes } from './guide.fixture.ts';
import { serveSandbox, type RunningSandbox, type ServeSandboxOptions } from './serveSandbox.ts';

const apiKey = 'hqp_test_guide';
const webhookSecret = 'whsec_test_guide';
const open: { stop: () => Promise<void> }[] = [];

async function sandboxFixture(options: ServeSandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = await serveSandbox({ port: 0, apiKey, webhookSecret, ...options });
  open.push(sandbox);
  return sandbox;
}

interface Delivered {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A merchant's endpoint that keeps what it is sent, and answers what it is told. */
async function endpointFixture(answers: number[] = []) {
  const deliveries: Delivered[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers[deliveries.length - 1] ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/webhook`, deliveries };
}

async function createIntent(
  sandbox: RunningSandbox,
  body: unknown,
  headers: Record<string, string> = { 'X-API-Key': apiKey },
) {
  const response = await fetch(`${sandbox.gatewayUrl}/payment-intents`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function confirm(
  sandbox: RunningSandbox,
  clientSecret: string,
  fields: Record<string, string> = {},
  key = 'pk_test_sandbox',
) {
  const response = await fetch(
    `${sandbox.url}/v1/payment_intents/${clientSecret.split('_secret_')[0]}/confirm`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      body: new URLSearchParams({
        client_secret: clientSecret,
        'payment_method_data[type]': 'card',
        'payment_method_data[card][number]': '4242424242424242',
        'payment_method_data[card][exp_month]': '12',
        'payment_method_data[card][exp_year]': String(new Date().getFullYear() + 1),
        'payment_method_data[card][cvc]': '123',
        ...fields,
      }),
    },
  );
  return { status: response.status, body: await response.json() };
}

const valid = { amount: 5000, currency: 'usd', externalReferenceId: 'ORDER-1' };

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()));
  vi.unstubAllEnvs();
});

describe('the guide’s own code', () => {
  it('creates an intent and verifies the delivery that follows', async () => {
    vi.stubEnv('HAJIQ_PAY_API_KEY', apiKey);
    const endpoint = await endpointFixture();
    const sandbox = await sandboxFixture({ webhookUrl: endpoint.url });
    const { clientSecret } = await createIntentAsTheGuideDoes(sandbox.gatewayUrl);
    expect((await confirm(sandbox, clientSecret)).body.status).toBe('succeeded');
    await expect.poll(() => endpoint.deliveries).toHaveLength(1);
    const { headers, body } = endpoint.deliveries[0] ?? { headers: {}, body: '' };
    expect(verifyWebhookAsTheGuideDoes(body, String(headers['x-hajiq-signature']), webhookSecret)).toBe(true);
    // The guide parses the body and prints it again before it verifies; our bytes survive that.
    const printedAgain = JSON.stringify(JSON.parse(body));
    expect(
      verifyWebhookAsTheGuideDoes(printedAgain, String(headers['x-hajiq-signature']), webhookSecret),
    ).toBe(true);
    expect(verifyWebhookAsTheGuideDoes(body, String(headers['x-hajiq-signature']), 'whsec_another')).toBe(
      false,
    );
  });
});

describe('the gateway', () => {
  it('creates an intent with either form of authentication', async () => {
    const sandbox = await sandboxFixture();
    const forms: Record<string, string>[] = [{ 'X-API-Key': apiKey }, { Authorization: `Bearer ${apiKey}` }];
    for (const headers of forms) {
      const { status, body } = await createIntent(sandbox, valid, headers);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        success: true,
        data: { status: 'pending', amount: 5000, currency: 'USD' },
      });
      expect(body.data.clientSecret).toMatch(/^pi_\w+_secret_\w+$/);
    }
  });

  it.each([
    ['no key', valid, {}, 401, 'MISSING_API_KEY'],
    ['a wrong key', valid, { 'X-API-Key': 'hqp_test_wrong' }, 401, 'INVALID_API_KEY'],
    ['a live key', valid, { 'X-API-Key': 'hqp_live_project_1' }, 401, 'INVALID_API_KEY'],
    ['an amount below the minimum', { ...valid, amount: 99 }, undefined, 400, 'INVALID_AMOUNT'],
    ['an amount above the maximum', { ...valid, amount: 10_000_001 }, undefined, 400, 'INVALID_AMOUNT'],
    ['an amount that is not an integer', { ...valid, amount: 50.5 }, undefined, 400, 'INVALID_AMOUNT'],
    ['an amount in words', { ...valid, amount: '5000' }, undefined, 400, 'INVALID_AMOUNT'],
    ['another currency', { ...valid, currency: 'jpy' }, undefined, 400, 'UNSUPPORTED_CURRENCY'],
    ['no amount', { currency: 'usd' }, undefined, 400, 'VALIDATION_ERROR'],
    ['a body that is not JSON', '{', undefined, 400, 'VALIDATION_ERROR'],
    ['a body that is not an object', '[]', undefined, 400, 'VALIDATION_ERROR'],
    [
      'a reference that is not a string',
      { ...valid, externalReferenceId: 7 },
      undefined,
      400,
      'VALIDATION_ERROR',
    ],
  ])('answers %s with the guide’s envelope', async (_, body, headers, status, code) => {
    const sandbox = await sandboxFixture();
    expect(await createIntent(sandbox, body, headers)).toEqual({
      status,
      body: { success: false, error: { code, message: expect.any(String) } },
    });
    expect(sandbox.payments()).toEqual([]);
  });

  it('reads a payment, and knows no other', async () => {
    const sandbox = await sandboxFixture();
    const { body } = await createIntent(sandbox, valid);
    const read = async (id: string) =>
      (
        await fetch(`${sandbox.gatewayUrl}/payment-intents/${id}`, { headers: { 'X-API-Key': apiKey } })
      ).json();
    expect(await read(body.data.id)).toMatchObject({
      success: true,
      data: { id: body.data.id, status: 'pending' },
    });
    expect(await read('another')).toMatchObject({ error: { code: 'PAYMENT_NOT_FOUND' } });
  });

  it('refuses what it cannot do, loudly', async () => {
    const sandbox = await sandboxFixture();
    const answer = await fetch(`${sandbox.gatewayUrl}/payment-intents`, {
      method: 'DELETE',
      headers: { 'X-API-Key': apiKey },
    });
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({ success: false, error: { code: 'NOT_IN_SANDBOX' } });
  });

  it('takes no live key for its own', async () => {
    await expect(serveSandbox({ port: 0, apiKey: 'hqp_live_project_1' })).rejects.toBeInstanceOf(ConfigError);
  });
});

describe('Stripe’s API', () => {
  async function intentFixture(options?: ServeSandboxOptions) {
    const sandbox = await sandboxFixture(options);
    const { body } = await createIntent(sandbox, valid);
    return { sandbox, clientSecret: String(body.data.clientSecret) };
  }

  it('declines with Stripe’s error, and takes another card on the same intent', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    const number = '4000000000009995';
    expect(
      await confirm(sandbox, clientSecret, { 'payment_method_data[card][number]': number }),
    ).toMatchObject({
      status: 402,
      body: {
        error: {
          type: 'card_error',
          code: 'card_declined',
          decline_code: 'insufficient_funds',
          payment_intent: {
            status: 'requires_payment_method',
            last_payment_error: { code: 'card_declined' },
          },
        },
      },
    });
    expect(await confirm(sandbox, clientSecret)).toMatchObject({
      status: 200,
      body: { status: 'succeeded', currency: 'usd' },
    });
    expect(sandbox.payments()).toMatchObject([
      { status: 'succeeded', attempts: [{ outcome: 'declined' }, { outcome: 'succeeded' }] },
    ]);
  });

  it('never charges an intent twice', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    const answers = await Promise.all([confirm(sandbox, clientSecret), confirm(sandbox, clientSecret)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400]));
    expect(answers.find(({ status }) => status === 400)?.body.error).toMatchObject({
      code: 'payment_intent_unexpected_state',
      payment_intent: { status: 'succeeded' },
    });
    expect(sandbox.payments()[0]?.attempts).toHaveLength(1);
  });

  it.each([
    ['complete', 'succeeded', 'succeeded'],
    ['fail', 'requires_payment_method', 'failed'],
  ])('asks for 3-D Secure, which can %s', async (outcome, intentStatus, status) => {
    const { sandbox, clientSecret } = await intentFixture();
    const number = '4000000000003220';
    const asked = await confirm(sandbox, clientSecret, { 'payment_method_data[card][number]': number });
    expect(asked.body).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
    expect(sandbox.payments()[0]?.status).toBe('processing');
    const url = `${sandbox.url}/v1/payment_intents/${clientSecret.split('_secret_')[0]}/three_d_secure_outcome`;
    const headers = { Authorization: 'Bearer pk_test_sandbox' };
    const end = () =>
      fetch(url, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ client_secret: clientSecret, outcome }),
      });
    expect(await (await end()).json()).toMatchObject({ status: intentStatus });
    expect(sandbox.payments()[0]?.status).toBe(status);
    expect((await end()).status).toBe(400);
  });

  it.each([
    [
      'a number that fails the Luhn check',
      { 'payment_method_data[card][number]': '4242424242424241' },
      'incorrect_number',
    ],
    ['a month that is none', { 'payment_method_data[card][exp_month]': '13' }, 'invalid_expiry_month'],
    ['a year that is past', { 'payment_method_data[card][exp_year]': '2001' }, 'invalid_expiry_year'],
    ['a real card', { 'payment_method_data[card][number]': '4111111111111111' }, 'card_declined'],
  ])('refuses %s', async (_, fields, code) => {
    const { sandbox, clientSecret } = await intentFixture();
    expect(await confirm(sandbox, clientSecret, fields)).toMatchObject({
      status: 402,
      body: { error: { type: 'card_error', code } },
    });
  });

  it.each(['pk_live_1', 'sk_test_1', ''])('refuses the key %j', async (key) => {
    const { sandbox, clientSecret } = await intentFixture();
    expect((await confirm(sandbox, clientSecret, {}, key)).status).toBe(401);
  });

  it('refuses the publishable key of another account', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    const { status, body } = await confirm(sandbox, clientSecret, {}, 'pk_test_of_another_account');
    expect(status).toBe(400);
    expect(body.error.message).toContain('publishable key');
    expect(sandbox.payments()[0]?.attempts).toEqual([]);
  });

  it('refuses a client secret that is not the intent’s', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    expect((await confirm(sandbox, clientSecret, { client_secret: `${clientSecret}x` })).status).toBe(400);
    expect((await confirm(sandbox, 'pi_0_secret_0')).body.error).toMatchObject({ code: 'resource_missing' });
  });

  it('refuses a parameter it does not know, instead of leaving it out', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    expect(await confirm(sandbox, clientSecret, { payment_method_types: 'card' })).toMatchObject({
      status: 400,
      body: { error: { code: 'parameter_unknown' } },
    });
    expect(sandbox.payments()[0]?.attempts).toEqual([]);
  });

  it.each(['/done', 'shop.example/done', 'javascript:alert(1)'])(
    'refuses to send a customer back to %s',
    async (returnUrl) => {
      const { sandbox, clientSecret } = await intentFixture();
      expect(await confirm(sandbox, clientSecret, { return_url: returnUrl })).toMatchObject({
        status: 400,
        body: { error: { code: 'url_invalid', param: 'return_url' } },
      });
      expect(sandbox.payments()[0]?.attempts).toEqual([]);
    },
  );

  it('keeps no card number', async () => {
    const { sandbox, clientSecret } = await intentFixture();
    await confirm(sandbox, clientSecret);
    expect(JSON.stringify([sandbox.payments(), sandbox.deliveries()])).not.toContain('4242424242424242');
  });
});

describe('webhooks', () => {
  it('retries until the answer is exactly 200, with a new delivery id and signature each time', async () => {
    const endpoint = await endpointFixture([500, 204, 200]);
    const sandbox = await sandboxFixture({ webhookUrl: endpoint.url, retryDelaysMs: [0, 0, 0, 0, 0, 0] });
    const { body } = await createIntent(sandbox, valid);
    await confirm(sandbox, body.data.clientSecret);
    await expect.poll(() => sandbox.deliveries()[0]?.state).toBe('delivered');
    const answers = sandbox.deliveries()[0]?.attempts.map(({ answer }) => answer);
    expect(answers).toEqual([{ status: 500 }, { status: 204 }, { status: 200 }]);
    expect(new Set(endpoint.deliveries.map(({ headers }) => headers['x-hajiq-delivery-id'])).size).toBe(3);
    expect(new Set(endpoint.deliveries.map((delivery) => delivery.body)).size).toBe(1);
    expect(endpoint.deliveries[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-hajiq-event-type': 'payment.succeeded',
    });
    expect(JSON.parse(endpoint.deliveries[0]?.body ?? '')).toEqual({
      id: expect.stringMatching(/^evt_\w+$/),
      type: 'payment.succeeded',
      created: expect.any(Number),
      data: {
        object: {
          id: body.data.id,
          status: 'succeeded',
          amount: 5000,
          currency: 'USD',
          externalReferenceId: 'ORDER-1',
          completedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      },
    });
  });

  it('gives up after six attempts', async () => {
    const endpoint = await endpointFixture(Array.from({ length: 9 }, () => 500));
    const sandbox = await sandboxFixture({ webhookUrl: endpoint.url, retryDelaysMs: [0, 0, 0, 0, 0, 0] });
    const { body } = await createIntent(sandbox, valid);
    await confirm(sandbox, body.data.clientSecret);
    await expect.poll(() => sandbox.deliveries()[0]?.state).toBe('given-up');
    expect(endpoint.deliveries).toHaveLength(6);
  });
});
