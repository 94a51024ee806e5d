import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SANDBOX_DEFAULTS } from 'hajiq-checkout/sandbox';
import { serveSandbox, type RunningSandbox } from 'hajiq-checkout/sandbox/node';
import { createShop } from '../examples/storefront/server/createShop.ts';
import { openDatabase } from '../examples/storefront/server/database.ts';
import type { OrderBook } from '../examples/storefront/server/orders.ts';

const clientFolder = fileURLToPath(new URL('../examples/storefront/dist', import.meta.url));

/** The storefront and the sandbox behind it, on ports of their own. */
export interface RunningShop {
  url: string;
  sandbox: RunningSandbox;
  orders: OrderBook;
  stop: () => Promise<void>;
}

// One for all tests of a worker: it takes a second to start.
const opening = openDatabase('memory://');

/** Starts a shop for one test, so that no test sees another's orders or webhooks. */
export async function startShop(): Promise<RunningShop> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const sandbox = await serveSandbox({ port: 0, webhookUrl: `${url}/api/hajiq/webhook` });
  const { client } = await opening;
  const { app, orders } = await createShop({
    database: client,
    hajiq: {
      apiKey: SANDBOX_DEFAULTS.apiKey,
      webhookSecret: SANDBOX_DEFAULTS.webhookSecret,
      gatewayUrl: sandbox.gatewayUrl,
    },
    publishableKey: SANDBOX_DEFAULTS.publishableKey,
    stripeJsUrl: sandbox.stripeJsUrl,
    clientFolder,
  });
  await client.query('DELETE FROM shop_orders');
  answer = app;
  return {
    url,
    sandbox,
    orders,
    stop: async () => {
      await sandbox.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
