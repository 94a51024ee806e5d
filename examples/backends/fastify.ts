import { fastify } from 'fastify';
import { toFastifyPlugin } from 'hajiq-checkout/server/node';
import { handler } from './handler.ts';

const app = fastify();
await app.register(toFastifyPlugin(handler), { prefix: '/api/hajiq' });
await app.listen({ port: 3000 });
