/**
 * @module hajiq-checkout/server/node Mounts the server half in Express and `node:http`.
 */
export { toNodeHandler } from './adapters/toNodeHandler.ts';
