/**
 * @module hajiq-checkout/server/node Mounts the server half in Express, Fastify and `node:http`.
 */
export { toFastifyPlugin } from './adapters/toFastifyPlugin.ts';
export { toNodeHandler } from './adapters/toNodeHandler.ts';
