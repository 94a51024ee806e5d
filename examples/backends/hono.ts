import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { handler } from './handler.ts';

const app = new Hono();
app.all('/api/hajiq/*', (context) =>
  handler(context.req.raw, { address: getConnInfo(context).remote.address }),
);
serve({ fetch: app.fetch, port: 3000 });
