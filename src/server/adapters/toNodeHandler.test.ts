import express from 'express';
import {
  Agent,
  createServer,
  request as httpRequest,
  type RequestListener,
  type RequestOptions,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signWebhook } from '../../webhooks/signWebhook.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { toNodeHandler } from './toNodeHandler.ts';

const stops: (() => Promise<unknown>)[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends what `fetch` would not: any target, any method. Returns the status. */
function ask(url: string, options: RequestOptions, body = ''): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, options, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    request.once('error', reject);
    request.end(body);
  });
}

// Spaces and escapes that a parser would not print again.
const spacedEvent =
  '{ "id": "evt_1",  "type": "payment.disputed", "created": 1.0, "data": { "object": { "customerName": "\\u0645" } } }';

async function postWebhook(url: string) {
  const body = new TextEncoder().encode(spacedEvent);
  const signature = await signWebhook(body, 'whsec_test_sandbox', Math.floor(Date.now() / 1000));
  return fetch(`${url}/api/hajiq/webhook`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-HajiQ-Signature': signature },
    body,
  });
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  vi.restoreAllMocks();
});

describe('toNodeHandler', () => {
  const mounts: [string, (handler: RequestListener) => RequestListener][] = [
    ['node:http', (handler) => handler],
    ['Express', (handler) => express().use('/api/hajiq', handler)],
    ['Express before its JSON parser', (handler) => express().use('/api/hajiq', handler).use(express.json())],
    [
      'Express behind express.raw()',
      (handler) =>
        express()
          .use(express.raw({ type: '*/*' }))
          .use('/api/hajiq', handler),
    ],
  ];

  for (const [name, mount] of mounts) {
    it(`serves the three calls under ${name}, over the bytes as they come`, async () => {
      const merchant = merchantFixture();
      const url = await serve(mount(toNodeHandler(merchant.handler)));
      const created = await fetch(`${url}/api/hajiq/payments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ orderId: 'ORDER-1' }),
      });
      expect(created.status).toBe(201);
      const { paymentId, statusToken } = await created.json();
      const status = await fetch(`${url}/api/hajiq/payments/${paymentId}`, {
        headers: { Authorization: `Bearer ${statusToken}` },
      });
      expect(await status.json()).toMatchObject({ paymentId, status: 'pending' });
      expect((await postWebhook(url)).status).toBe(200);
    });
  }

  it('says at once what is wrong when express.json() has eaten the body', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const merchant = merchantFixture();
    const url = await serve(express().use(express.json()).use('/api/hajiq', toNodeHandler(merchant.handler)));
    const answer = await postWebhook(url);
    expect(answer.status).toBe(500);
    expect(logged.mock.calls.flat().map(String).join()).toContain('express.json()');
  });

  it('lets a held request go when the browser hangs up', async () => {
    const merchant = merchantFixture();
    const { paymentId, statusToken } = await (await merchant.createPayment()).json();
    const etag = (await merchant.readStatus({ paymentId, statusToken })).headers.get('etag') ?? '';
    let answered: Promise<Response> | undefined;
    const url = await serve(toNodeHandler((request) => (answered = merchant.handler(request))));
    const held = httpRequest(`${url}/api/hajiq/payments/${paymentId}`, {
      headers: { Authorization: `Bearer ${statusToken}`, Prefer: 'wait=25', 'If-None-Match': etag },
    });
    held.on('error', () => {});
    held.end();
    await expect.poll(() => answered !== undefined).toBe(true);
    held.destroy();
    expect((await answered)?.status).toBe(304);
  });

  it('takes the path alone: the client’s host counts for nothing', async () => {
    const merchant = merchantFixture();
    const seen: string[] = [];
    const url = await serve(toNodeHandler((request) => (seen.push(request.url), merchant.handler(request))));
    const headers = { Host: 'evil.example' };
    expect(await ask(url, { path: '/api/hajiq/elsewhere', headers })).toBe(404);
    expect(await ask(url, { path: '//evil.example/api/hajiq/payments', headers })).toBe(404);
    expect(seen.map((seenUrl) => new URL(seenUrl).host)).toEqual(['localhost', 'localhost']);
  });

  it.each([
    ['an absolute target', { path: 'http://evil.example/api/hajiq/payments' }],
    ['a target that is no URL', { path: 'http://[' }],
    ['TRACE', { path: '/api/hajiq/payments', method: 'TRACE' }],
  ])('answers %s with 400 and logs nothing', async (_, options) => {
    const logged = vi.spyOn(console, 'error');
    const url = await serve(toNodeHandler(merchantFixture().handler));
    expect(await ask(url, options)).toBe(400);
    expect(logged).not.toHaveBeenCalled();
  });

  it('answers the next request after a body it did not read', async () => {
    const url = await serve(toNodeHandler(merchantFixture().handler));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const large = {
      path: '/api/hajiq/webhook',
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      agent,
    };
    expect(await ask(url, large, 'x'.repeat(400_000))).toBe(415);
    expect(await ask(url, { path: '/api/hajiq/elsewhere', agent })).toBe(404);
    agent.destroy();
  });
});
