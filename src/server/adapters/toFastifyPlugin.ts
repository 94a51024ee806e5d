import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from '../createHajiqHandler.ts';
import { toNodeHandler } from './toNodeHandler.ts';

/** What is used of a Fastify instance; the package does not depend on Fastify. */
interface FastifyScope {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  all(
    path: string,
    handler: (
      request: { raw: IncomingMessage },
      reply: { raw: ServerResponse; hijack(): unknown },
    ) => Promise<void>,
  ): unknown;
}

/**
 * Mounts a handler in Fastify, in a scope of its own in which no parser touches a body: a webhook's signature covers
 * the bytes as they arrive. Fastify's hooks for the answer (`onSend`) do not run.
 *
 * @example
 * app.register(toFastifyPlugin(handler), { prefix: '/api/hajiq' });
 */
export function toFastifyPlugin(handler: RequestHandler) {
  const nodeHandler = toNodeHandler(handler);
  return async function hajiqPlugin(scope: FastifyScope): Promise<void> {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', async (request, reply) => {
      reply.hijack();
      await nodeHandler(request.raw, reply.raw);
    });
  };
}
