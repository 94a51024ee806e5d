import { Agent, request as httpRequest, type ClientRequest, type RequestOptions } from 'node:http';
import { expect } from 'vitest';
import { signWebhook } from '../../webhooks/signWebhook.ts';
import { eventFor, nowInSeconds } from '../delivery.fixture.ts';
import type { MerchantFixture } from '../merchant.fixture.ts';

/** A merchant's backend behind a real socket. */
export interface MountedShop {
  /** Of the server, without a path. */
  url: string;
  merchant: MerchantFixture;
  /** How many requests the store has held, and let go. */
  holds: { begun: number; ended: number };
}

export interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** Sends what `fetch` would not: any target and method, a body in pieces. */
export function ask(url: string, options: RequestOptions, ...pieces: (string | Uint8Array)[]) {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(url, options, (response) => {
      response
        .resume()
        .once('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    request.once('error', reject);
    for (const piece of pieces) request.write(piece);
    request.end();
  });
}

const json = { 'Content-Type': 'application/json' };

const create = ({ url }: MountedShop, { path = '/payments', origin = url, body = {} } = {}) =>
  fetch(`${url}/api/hajiq${path}`, {
    method: 'POST',
    headers: { ...json, Origin: origin },
    body: JSON.stringify({ orderId: 'ORDER-1', ...body }),
  });

const readStatus = (
  { url }: MountedShop,
  { paymentId, statusToken }: { paymentId: string; statusToken: string },
  { headers = {}, suffix = '' } = {},
) =>
  fetch(`${url}/api/hajiq/payments/${paymentId}${suffix}`, {
    headers: { Authorization: `Bearer ${statusToken}`, ...headers },
  });

async function sign(text: string) {
  const body = new TextEncoder().encode(text);
  const signature = await signWebhook(body, 'whsec_test_sandbox', nowInSeconds());
  return { body, headers: { ...json, 'X-HajiQ-Signature': signature } };
}

async function postWebhook({ url }: MountedShop, text: string) {
  return fetch(`${url}/api/hajiq/webhook`, { method: 'POST', ...(await sign(text)) });
}

// Spaces and escapes that a parser would not print again.
const spacedEvent =
  '{ "id": "evt_1",  "type": "payment.disputed", "created": 1.0, "data": { "object": { "customerName": "\\u0645" } } }';

/** Makes a payment, and the headers of a request for it that is held. */
async function prepareHold(shop: MountedShop) {
  const payment = await (await create(shop)).json();
  const etag = (await readStatus(shop, payment)).headers.get('etag') ?? '';
  return { payment, headers: { Prefer: 'wait=25', 'If-None-Match': etag } };
}

async function awaitError(request: ClientRequest) {
  await new Promise((resolve) => request.once('close', resolve));
}

/** What is true wherever the handler is mounted. */
export const adapterCases: [fact: string, run: (shop: MountedShop) => Promise<void>][] = [
  [
    'makes a payment, and gives the same again',
    async (shop) => {
      const created = await create(shop);
      expect(created.status).toBe(201);
      const again = await create(shop);
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual(await created.json());
      expect(again.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  ],
  [
    'tells the status to whoever has the token',
    async (shop) => {
      const payment = await (await create(shop)).json();
      const status = await readStatus(shop, payment);
      expect(await status.json()).toMatchObject({ paymentId: payment.paymentId, status: 'pending' });
      const headers = { 'If-None-Match': status.headers.get('etag') ?? '' };
      expect((await readStatus(shop, payment, { headers })).status).toBe(304);
      expect((await readStatus(shop, { ...payment, statusToken: 'another' })).status).toBe(401);
    },
  ],
  [
    'answers a held request as soon as the webhook comes',
    async (shop) => {
      const { payment, headers } = await prepareHold(shop);
      const held = readStatus(shop, payment, { headers });
      await expect.poll(() => shop.holds.begun).toBe(1);
      expect((await postWebhook(shop, JSON.stringify(eventFor(shop.merchant)))).status).toBe(200);
      const answer = await held;
      expect(answer.headers.get('preference-applied')).toBe('wait');
      expect(await answer.json()).toMatchObject({ status: 'succeeded' });
      expect(shop.merchant.fulfilled).toEqual(['ORDER-1']);
    },
  ],
  [
    'lets a held request go when the browser hangs up',
    async (shop) => {
      const { payment, headers } = await prepareHold(shop);
      const hangUp = new AbortController();
      const held = fetch(`${shop.url}/api/hajiq/payments/${payment.paymentId}`, {
        headers: { ...headers, Authorization: `Bearer ${payment.statusToken}` },
        signal: hangUp.signal,
      }).catch(() => 'hung up');
      await expect.poll(() => shop.holds.begun).toBe(1);
      hangUp.abort();
      expect(await held).toBe('hung up');
      await expect.poll(() => shop.holds.ended).toBe(1);
    },
  ],
  [
    'checks a delivery over the bytes as they come',
    async (shop) => expect((await postWebhook(shop, spacedEvent)).status).toBe(200),
  ],
  [
    'takes a delivery in pieces, without a Content-Length',
    async ({ url }) => {
      const { body, headers } = await sign(spacedEvent);
      const options = { path: '/api/hajiq/webhook', method: 'POST', headers };
      expect(await ask(url, options, body.slice(0, 20), body.slice(20))).toMatchObject({ status: 200 });
    },
  ],
  [
    'answers another method with 405 and what is allowed',
    async ({ url }) => {
      const answer = await fetch(`${url}/api/hajiq/payments`);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
    },
  ],
  [
    'refuses a page of another origin',
    async (shop) => expect((await create(shop, { origin: 'https://evil.example' })).status).toBe(403),
  ],
  [
    'answers a storefront on another host that asks first',
    async ({ url }) => {
      const answer = await fetch(`${url}/api/hajiq/payments`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST' },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    },
  ],
  [
    'answers 413 to a body that is too large, and the next request after it',
    async ({ url }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const large = { path: '/api/hajiq/webhook', method: 'POST', headers: json, agent };
      const piece = 'x'.repeat(400_000);
      expect(await ask(url, large, piece)).toMatchObject({ status: 413 });
      expect(await ask(url, large, ...Array.from({ length: 40 }, () => piece))).toMatchObject({
        status: 413,
      });
      expect(await ask(url, { path: '/api/hajiq/elsewhere', agent })).toMatchObject({ status: 404 });
      agent.destroy();
    },
  ],
  [
    'goes on after a client that hangs up in the middle of a body',
    async (shop) => {
      const headers = { ...json, Origin: shop.url, 'Content-Length': '1000' };
      const broken = httpRequest(`${shop.url}/api/hajiq/payments`, { method: 'POST', headers });
      broken.once('error', () => {});
      broken.write('{"orderId":', () => broken.destroy());
      await awaitError(broken);
      expect((await create(shop)).status).toBe(201);
    },
  ],
  [
    'takes a path with a slash at its end for the same',
    async (shop) => {
      const created = await create(shop, { path: '/payments/' });
      expect(created.status).toBe(201);
      const payment = await created.json();
      expect((await readStatus(shop, payment, { suffix: '/' })).status).toBe(200);
    },
  ],
  [
    'takes ids in any script, and finds nothing at such a path',
    async (shop) => {
      expect((await create(shop, { body: { orderId: 'طلب-٧ 🕋' } })).status).toBe(201);
      const sandboxed = shop.merchant.sandbox.payments()[0];
      expect(sandboxed?.externalReferenceId).toBe('طلب-٧ 🕋');
      expect((await fetch(`${shop.url}/api/hajiq/payments/طلب`)).status).toBe(404);
      const broken = await ask(shop.url, { path: '/api/hajiq/payments/%E0%A4%A' });
      expect([400, 404]).toContain(broken.status);
    },
  ],
];
