import { vi } from 'vitest';
import { deliver, eventFor } from './delivery.fixture.ts';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';
import { memoryStore } from './store/memoryStore.ts';

type Options = Parameters<typeof merchantFixture>[0];

const SHOP = 'https://shop.example';
const EVIL = 'https://evil.example';
const json = { 'Content-Type': 'application/json' };
const one = { requests: 1, seconds: 60 };
const donation = { min: 500, max: 900, currencies: ['USD'] } as const;
const fail = () => {
  throw new Error('out of order');
};
const brokenStore = { ...memoryStore(), find: fail, findEvents: fail, keepEvent: fail, claim: fail };

const create = (options?: Options, body?: unknown) => merchantFixture(options).createPayment(body);

/** Asks for a payment twice. */
async function createTwice(options?: Options) {
  const merchant = merchantFixture(options);
  await merchant.createPayment();
  return merchant.createPayment();
}

const post = (path: string, init: RequestInit, options?: Options) =>
  merchantFixture(options).call(path, { method: 'POST', ...init });

/** Sends a request as a page of another origin does. */
const from = (
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  options: Options = {},
) =>
  merchantFixture({ allowedOrigins: [SHOP], ...options }).handler(
    new Request(`http://localhost:4310/api/hajiq${path}`, {
      method,
      headers: { ...headers, Origin: origin },
    }),
  );

const preflight = (path: string, origin: string) =>
  from(origin, path, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST' } });

async function paid(): Promise<MerchantFixture> {
  const merchant = merchantFixture();
  await merchant.createPayment();
  await merchant.reportStatus('payment.succeeded');
  return merchant;
}

async function sendSlowly(path: string) {
  vi.useFakeTimers();
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) });
  const answer = post(path, { headers: json, body, duplex: 'half' } as RequestInit);
  await vi.advanceTimersByTimeAsync(10_000);
  return answer;
}

/** Reads the status of a payment that was made, at the same shop or another one with its keys. */
async function read(headers: Record<string, string> = {}, reader?: MerchantFixture, token?: string) {
  const merchant = merchantFixture();
  const { paymentId, statusToken } = await (await merchant.createPayment()).json();
  return (reader ?? merchant).readStatus({ paymentId, statusToken: token ?? statusToken }, headers);
}

async function deliverTo(options: Options, changes = {}, delivery = {}) {
  const merchant = merchantFixture(options);
  await merchant.createPayment();
  return deliver(merchant, eventFor(merchant, changes), delivery);
}

/** Every answer of the handler, as `method path status code`, and how to get it. */
export const answerCases: [promised: string, answer: () => Promise<Response>][] = [
  ['post /payments 201', () => create()],
  ['post /payments 200', () => createTwice()],
  ['post /payments 400 invalid_body', () => create({}, [])],
  ['post /payments 400 invalid_order_id', () => create({}, { orderId: '' })],
  ['post /payments 403 origin_not_allowed', () => from(EVIL, '/payments', { method: 'POST' })],
  [
    'post /payments 403 challenge_required',
    () => createTwice({ rateLimits: { perOrder: one }, challenge: () => false }),
  ],
  ['post /payments 404 order_not_found', () => create({}, { orderId: 'ORDER-404' })],
  ['post /payments 405 method_not_allowed', () => from(SHOP, '/payments', {})],
  ['post /payments 408 body_too_slow', () => sendSlowly('/payments')],
  ['post /payments 409 order_already_settled', async () => (await paid()).createPayment()],
  ['post /payments 413 body_too_large', () => create({}, 'x'.repeat(20_000))],
  ['post /payments 415 unsupported_media_type', () => post('/payments', { body: 'ORDER-1' })],
  [
    'post /payments 422 donation_out_of_bounds',
    () =>
      create({ orders: { D: { donation: true } }, donation }, { orderId: 'D', amount: 100, currency: 'USD' }),
  ],
  ['post /payments 429 rate_limited', () => createTwice({ rateLimits: { perOrder: one } })],
  [
    'post /payments 429 order_locked',
    async () => {
      const merchant = merchantFixture({ maxDeclines: 1 });
      await merchant.createPayment();
      await merchant.reportStatus('payment.failed');
      return merchant.createPayment();
    },
  ],
  ['post /payments 500 internal_error', () => create({ resolveOrder: fail })],
  [
    'post /payments 500 invalid_order',
    () => create({ orders: { 'ORDER-1': { amount: 1, currency: 'USD' } } }),
  ],
  ['post /payments 502 payment_unavailable', () => create({ sandbox: { apiKey: 'hqp_test_another' } })],
  [
    'post /payments 503 payment_unavailable',
    () =>
      create({ fetch: async () => new Response('{}', { status: 429, headers: { 'Retry-After': '20' } }) }),
  ],
  [
    'post /payments 503 payment_in_preparation',
    () => create({ store: { ...memoryStore(), lease: async () => 'busy', waitForChange: async () => {} } }),
  ],
  ['post /payments 503 store_unavailable', () => create({ store: brokenStore })],
  ['options /payments 204', () => preflight('/payments', SHOP)],
  ['options /payments 403 origin_not_allowed', () => preflight('/payments', EVIL)],

  ['get /donation 200', () => merchantFixture({ donation }).call('/donation')],
  ['get /donation 403 origin_not_allowed', () => from(EVIL, '/donation', {}, { donation })],
  ['get /donation 404 donations_not_taken', () => merchantFixture().call('/donation')],
  ['get /donation 405 method_not_allowed', () => post('/donation', {}, { donation })],
  ['options /donation 204', () => preflight('/donation', SHOP)],
  ['options /donation 403 origin_not_allowed', () => preflight('/donation', EVIL)],
  ['get /payments/{paymentId} 200', () => read()],
  ['get /payments/{paymentId} 304', () => read({ 'If-None-Match': '"v2"' })],
  ['get /payments/{paymentId} 401 unauthorized', () => read({}, undefined, 'another')],
  ['get /payments/{paymentId} 403 origin_not_allowed', () => from(EVIL, '/payments/1', {})],
  ['get /payments/{paymentId} 404 payment_not_found', () => read({}, merchantFixture())],
  ['get /payments/{paymentId} 404 route_not_found', () => merchantFixture().call('/payments/1/refund')],
  ['get /payments/{paymentId} 405 method_not_allowed', () => post('/payments/1', {})],
  [
    'get /payments/{paymentId} 500 internal_error',
    () => from(SHOP, '/payments/1', {}, { allowedOrigins: fail }),
  ],
  [
    'get /payments/{paymentId} 503 store_unavailable',
    () => read({}, merchantFixture({ store: brokenStore })),
  ],
  ['options /payments/{paymentId} 204', () => preflight('/payments/1', SHOP)],
  ['options /payments/{paymentId} 403 origin_not_allowed', () => preflight('/payments/1', EVIL)],

  ['post /webhook 200', () => deliverTo({})],
  ['post /webhook 400 missing_signature', () => deliverTo({}, {}, { headers: { 'X-HajiQ-Signature': '' } })],
  [
    'post /webhook 400 malformed_signature',
    () => deliverTo({}, {}, { headers: { 'X-HajiQ-Signature': 't' } }),
  ],
  ['post /webhook 400 signature_mismatch', () => deliverTo({}, {}, { key: 'whsec_test_another' })],
  ['post /webhook 400 future_signature', () => deliverTo({}, {}, { age: -1000 })],
  ['post /webhook 405 method_not_allowed', () => merchantFixture().call('/webhook')],
  ['post /webhook 413 body_too_large', () => deliverTo({}, { description: 'x'.repeat(300_000) })],
  ['post /webhook 415 unsupported_media_type', () => post('/webhook', { body: '{}' })],
  ['post /webhook 500 internal_error', () => deliverTo({ onPaymentSucceeded: fail })],
  ['post /webhook 503', () => deliverTo({}, { id: 'another', externalReferenceId: 'ORDER-404' })],
  ['post /webhook 503 store_unavailable', () => deliverTo({ store: brokenStore })],
];
