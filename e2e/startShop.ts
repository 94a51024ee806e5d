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
  /** Changes what an order costs, as a shop does whose customer changes the cart. */
  reprice: (orderId: string, amount: number) => Promise<void>;
  stop: () => Promise<void>;
}

// One for all tests of a worker: it takes a second to start.
const opening = openDatabase('memory://');

/** How a shop differs from the storefront as it is. */
export interface ShopSettings {
  /** What its customers fill in. Defaults to the card. */
  fields?: 'card' | 'payment';
  /** The language of its checkout. Defaults to English. */
  locale?: string;
  /** Its pages' Content-Security-Policy, in the place of its own. */
  policy?: string;
  /** Whether the tag of the stand-in is in its pages. Defaults to true. */
  hasStandIn?: boolean;
}

/** Starts a shop for one test, so that no test sees another's orders or webhooks. */
export async function startShop({
  fields,
  locale,
  policy,
  hasStandIn = true,
}: ShopSettings = {}): Promise<RunningShop> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    const setHeader = response.setHeader.bind(response);
    if (policy !== undefined) {
      response.setHeader = (name, value) =>
        setHeader(name, name.toLowerCase() === 'content-security-policy' ? policy : value);
    }
    answer(request, response);
  });
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
    fields,
    locale,
    stripeJsUrl: hasStandIn ? sandbox.stripeJsUrl : undefined,
    clientFolder,
  });
  await client.query('DELETE FROM shop_orders');
  answer = app;
  return {
    url,
    sandbox,
    orders,
    async reprice(orderId, amount) {
      await client.query('UPDATE shop_orders SET amount = $2 WHERE order_id = $1', [orderId, amount]);
    },
    stop: async () => {
      await sandbox.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
