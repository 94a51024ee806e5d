import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SANDBOX_DEFAULTS } from 'hajiq-checkout/sandbox';
import { serveSandbox, type RunningSandbox } from 'hajiq-checkout/sandbox/node';
import { createShop } from '../examples/storefront/server/createShop.ts';

const clientFolder = fileURLToPath(new URL('../examples/storefront/dist', import.meta.url));

/** The storefront and the sandbox behind it, on ports of their own. */
export interface RunningShop {
  url: string;
  sandbox: RunningSandbox;
  orders: ReturnType<typeof createShop>['orders'];
  stop: () => Promise<void>;
}

/** Starts a shop for one test, so that no test sees another's orders or webhooks. */
export async function startShop(): Promise<RunningShop> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const sandbox = await serveSandbox({ port: 0, webhookUrl: `${url}/api/hajiq/webhook` });
  const { app, orders } = createShop({
    hajiq: {
      apiKey: SANDBOX_DEFAULTS.apiKey,
      webhookSecret: SANDBOX_DEFAULTS.webhookSecret,
      gatewayUrl: sandbox.gatewayUrl,
    },
    publishableKey: SANDBOX_DEFAULTS.publishableKey,
    stripeJsUrl: sandbox.stripeJsUrl,
    clientFolder,
  });
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
