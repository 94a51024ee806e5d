import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from '../createHajiqHandler.ts';
import { toFastifyPlugin } from './toFastifyPlugin.ts';
import { toNodeHandler } from './toNodeHandler.ts';

/** A handler on a port of this machine. */
export interface Running {
  url: string;
  stop: () => Promise<unknown>;
}

/** Puts a handler under `/api/hajiq`, the way a merchant does. */
export type Mount = (handler: RequestHandler) => Promise<Running>;

const toUrl = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export async function listen(server: Server): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: toUrl(server), stop };
}

const onNode =
  (toListener: (handler: RequestHandler) => RequestListener): Mount =>
  (handler) =>
    listen(createServer(toListener(handler)));

/** A server of the Web kind: it calls a function of a `Request`, as Next.js and the edge platforms do. */
const onWeb =
  (toFetch: (handler: RequestHandler) => (request: Request) => Promise<Response>): Mount =>
  (handler) => {
    const answer = toFetch(handler);
    return listen(
      createAdaptorServer({
        fetch: (request) => answer(request),
        overrideGlobalObjects: false,
      }) as Server,
    );
  };

/** What Next.js does with `app/api/hajiq/[...path]/route.ts`: it calls the export that is named as the method. */
function toNextServer(handler: RequestHandler) {
  const route = (request: Request) => handler(request);
  const exported: Record<string, (request: Request, context: unknown) => Promise<Response>> = {
    GET: route,
    POST: route,
    OPTIONS: route,
  };
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/hajiq/', '').split('/');
    const context = { params: Promise.resolve({ path }) };
    const nextRequest = Object.defineProperty(request, 'nextUrl', { value: { pathname, searchParams } });
    return (await exported[request.method]?.(nextRequest, context)) ?? new Response(null, { status: 405 });
  };
}

async function onFastify(handler: RequestHandler): Promise<Running> {
  const app = fastify({ forceCloseConnections: true });
  await app.register(toFastifyPlugin(handler), { prefix: '/api/hajiq' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, stop: () => app.close() };
}

function onHono(handler: RequestHandler): Promise<Running> {
  const app = new Hono();
  app.all('/api/hajiq/*', (context) =>
    handler(context.req.raw, { address: getConnInfo(context).remote.address }),
  );
  return listen(createAdaptorServer({ fetch: app.fetch }) as Server);
}

/** Every way in which the documents say a handler can be mounted. */
export const mounts: { name: string; mount: Mount; isWorker?: boolean }[] = [
  { name: 'node:http', mount: onNode(toNodeHandler) },
  { name: 'Express', mount: onNode((handler) => express().use('/api/hajiq', toNodeHandler(handler))) },
  {
    name: 'Express before its JSON parser',
    mount: onNode((handler) => express().use('/api/hajiq', toNodeHandler(handler)).use(express.json())),
  },
  {
    name: 'Express behind express.raw()',
    mount: onNode((handler) =>
      express()
        .use(express.raw({ type: '*/*' }))
        .use('/api/hajiq', toNodeHandler(handler)),
    ),
  },
  { name: 'Fastify', mount: onFastify },
  { name: 'Next.js route handlers', mount: onWeb(toNextServer) },
  { name: 'a worker without Node', mount: onWeb((handler) => (request) => handler(request)), isWorker: true },
  // The last, for its server puts its own `Request` and `Response` in the place of Node's.
  { name: 'Hono', mount: onHono },
];
