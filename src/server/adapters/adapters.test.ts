import { createAdaptorServer } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { createHajiqHandler } from '../createHajiqHandler.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { memoryStore } from '../store/memoryStore.ts';
import { adapterCases, type MountedShop } from './adapterCases.fixture.ts';
import { listen, mounts, type Mount } from './mounts.fixture.ts';
import { toNodeHandler } from './toNodeHandler.ts';
import { loadInWorker } from './worker.fixture.ts';

const stops: (() => Promise<unknown>)[] = [];
let createInWorker: typeof createHajiqHandler;

async function openShop(mount: Mount, createHandler?: typeof createHajiqHandler): Promise<MountedShop> {
  const holds = { begun: 0, ended: 0 };
  const store = memoryStore();
  const merchant = merchantFixture({
    ...(createHandler && { createHandler }),
    allowedOrigins: ['https://shop.example'],
    resolveOrder: () => ({ amount: 5000, currency: 'USD' }),
    store: {
      ...store,
      async waitForChange(...args) {
        holds.begun += 1;
        await store.waitForChange(...args);
        holds.ended += 1;
      },
    },
  });
  const { url, stop } = await mount(merchant.handler);
  stops.push(stop);
  return { url, merchant, holds };
}

beforeAll(async () => {
  createInWorker = await loadInWorker();
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  vi.restoreAllMocks();
});

describe.each(mounts)('the handler under $name', ({ mount, isWorker }) => {
  it.each(adapterCases)('%s', async (_, run) => {
    expect.hasAssertions();
    await run(await openShop(mount, isWorker === true ? createInWorker : undefined));
  });
});

describe('a handler behind something that has read the body', () => {
  const eaters: [name: string, mount: Mount][] = [
    [
      'express.json()',
      (handler) => listen(createServer(express().use(express.json()).use(toNodeHandler(handler)))),
    ],
    [
      'a parser of Fastify',
      async (handler) => {
        const app = fastify({ forceCloseConnections: true });
        app.post('/*', async (request, reply) => {
          reply.hijack();
          await toNodeHandler(handler)(request.raw, reply.raw);
        });
        return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() };
      },
    ],
    [
      'a middleware of Hono',
      (handler) => {
        const app = new Hono();
        app.use(async (context, next) => {
          await context.req.text();
          await next();
        });
        app.all('/*', (context) => handler(context.req.raw));
        return listen(createAdaptorServer({ fetch: app.fetch }) as Server);
      },
    ],
  ];

  it.each(eaters)('answers 500 and says in the log what to do: %s', async (_, mount) => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const shop = await openShop(mount);
    const answer = await fetch(`${shop.url}/api/hajiq/payments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: shop.url },
      body: '{"orderId":"ORDER-1"}',
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ error: { code: 'internal_error' } });
    const logged = [...shop.merchant.log, ...printed.mock.calls.flat().map(String)].join();
    expect(logged).toContain('Mount the HajiQ handler before');
  });
});
