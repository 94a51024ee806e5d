import { createHajiqHandler, type Order } from 'hajiq-checkout/server';
import { createSandbox, SANDBOX_DEFAULTS } from 'hajiq-checkout/sandbox';
import { http, type RequestHandler } from 'msw';

const GATEWAY_URL = 'http://localhost/api/v1/hajiq-pay/external';

/** A shop with one order, its backend and its gateway, all in this page. */
export interface SandboxShop {
  /** Gives the page's requests to the shop's backend and to the sandbox. */
  requestHandlers: RequestHandler[];
  /** Keeps webhooks back, as a slow gateway would. */
  holdWebhooks: () => void;
}

/** Gives a request for the stand-in's folder to the sandbox, which serves the same at its root. */
async function toSandboxRequest(request: Request): Promise<Request> {
  const { url, method, headers, body } = request;
  return new Request(url.replace('/sandbox/v1/', '/v1/'), {
    method,
    headers,
    body: body && (await request.arrayBuffer()),
  });
}

/** Makes a shop for a story: the real handler over the real sandbox, with nothing but the network left out. */
export function sandboxShop(order: Order = { amount: 5000, currency: 'USD' }): SandboxShop {
  const sandbox = createSandbox({
    webhookUrl: 'http://localhost/api/hajiq/webhook',
    fetch: (input, init) => handler(new Request(input, init)),
  });
  const handler = createHajiqHandler({
    apiKey: SANDBOX_DEFAULTS.apiKey,
    webhookSecret: SANDBOX_DEFAULTS.webhookSecret,
    gatewayUrl: GATEWAY_URL,
    resolveOrder: () => order,
    // The service worker does not see what the browser adds.
    allowNonBrowsers: true,
    onPaymentSucceeded: () => {},
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });

  return {
    requestHandlers: [
      http.all('*/api/hajiq/*', ({ request }) => handler(request)),
      // The stand-in calls Stripe's API below the folder it was loaded from.
      http.all('*/sandbox/v1/*', async ({ request }) => sandbox.fetch(await toSandboxRequest(request))),
    ],
    holdWebhooks: sandbox.holdWebhooks,
  };
}
