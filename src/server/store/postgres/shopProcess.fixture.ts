/**
 * A shop's server as a process of its own, over the PostgreSQL server in `DATABASE_URL`. It prints its port.
 *
 * What it does that others have to see, it writes into tables: `gateway_calls` and `fulfilments`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { toNodeHandler } from '../../adapters/toNodeHandler.ts';
import { createHajiqHandler } from '../../createHajiqHandler.ts';
import { postgresStore } from './postgresStore.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const handler = createHajiqHandler({
  apiKey: 'hqp_test_two_processes',
  webhookSecret: 'whsec_test_sandbox',
  store: postgresStore(pool),
  allowNonBrowsers: true,
  rateLimits: {
    perOrder: { requests: 1000, seconds: 60 },
    perAddress: { requests: 1000, seconds: 60 },
  },
  resolveOrder: () => ({ amount: 5000, currency: 'USD' }),
  onPaymentSucceeded: async ({ paymentId, orderId }) => {
    await pool.query('INSERT INTO fulfilments (payment_id) VALUES ($1)', [paymentId]);
    // An order that is killed for: its handler never returns.
    if (process.env.HANGS_AT === orderId) await new Promise(() => {});
  },
  gatewayUrl: 'http://localhost:1',
  fetch: async (input, init) => {
    const body: unknown = JSON.parse(await new Request(input, init).text());
    const reference = (body as { externalReferenceId: string }).externalReferenceId;
    await pool.query('INSERT INTO gateway_calls (order_id) VALUES ($1)', [reference]);
    const id = crypto.randomUUID();
    return Response.json({
      success: true,
      data: { id, clientSecret: `pi_${id.replaceAll('-', '')}_secret_1` },
    });
  },
});

const server = createServer((request, response) => void toNodeHandler(handler)(request, response));
server.listen(0, '127.0.0.1', () => {
  console.warn(`listening ${(server.address() as AddressInfo).port}`);
});
