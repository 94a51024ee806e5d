import { createHajiqHandler, type DonationBounds, type Order } from 'hajiq-checkout/server';
import { createSandbox, SANDBOX_DEFAULTS, type Sandbox } from 'hajiq-checkout/sandbox';
import { http, type RequestHandler } from 'msw';
import { waitFor } from 'storybook/test';

const GATEWAY_URL = 'http://localhost/api/v1/hajiq-pay/external';

/** A shop with one order, its backend and its gateway, all in this page. */
export interface SandboxShop {
  /** Gives the page's requests to the shop's backend and to the sandbox. */
  requestHandlers: RequestHandler[];
  /** The shop's backend. */
  backend: (request: Request) => Promise<Response>;
  /** Asks the backend for an order's payment, as a page does. */
  createPayment: (orderId: string) => Promise<PreparedOrder>;
  /** Calls Stripe's API with the page's request. */
  stripe: (request: Request) => Promise<Response>;
  /** Charges a card without a page, and waits until the backend has heard of it. */
  charge: (order: PreparedOrder, cardNumber: string) => Promise<void>;
  /** Cancels a payment at the gateway, or refunds it, and waits until the backend has heard of it. */
  change: (order: PreparedOrder, change: 'cancel' | 'refunds') => Promise<void>;
  /** Keeps webhooks back, as a slow gateway would. */
  holdWebhooks: Sandbox['holdWebhooks'];
  releaseWebhooks: Sandbox['releaseWebhooks'];
}

interface PreparedOrder {
  amount: number;
  clientSecret: string;
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
export function sandboxShop(
  order: Order = { amount: 5000, currency: 'USD' },
  donation?: DonationBounds,
): SandboxShop {
  const sandbox = createSandbox({
    webhookUrl: 'http://localhost/api/hajiq/webhook',
    fetch: (input, init) => backend(new Request(input, init)),
  });
  const backend = createHajiqHandler({
    apiKey: SANDBOX_DEFAULTS.apiKey,
    webhookSecret: SANDBOX_DEFAULTS.webhookSecret,
    gatewayUrl: GATEWAY_URL,
    donation,
    // An order of this name is in no shop.
    resolveOrder: (orderId) => (orderId === 'ORDER-404' ? null : order),
    // The service worker does not see what the browser adds.
    allowNonBrowsers: true,
    clientAddress: () => '203.0.113.1',
    onPaymentSucceeded: () => {},
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
  const stripe = async (request: Request) => sandbox.fetch(await toSandboxRequest(request));

  const awaitDeliveries = () =>
    waitFor(() => {
      if (sandbox.deliveries().some(({ state }) => state === 'waiting'))
        throw new Error('A webhook is on its way.');
    });

  return {
    requestHandlers: [
      http.all('*/api/hajiq/*', ({ request }) => backend(request)),
      // The stand-in calls Stripe's API below the folder it was loaded from.
      http.all('*/sandbox/v1/*', ({ request }) => stripe(request)),
    ],
    backend,
    stripe,
    async createPayment(orderId) {
      const answer = await backend(
        new Request('http://localhost/api/hajiq/payments', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ orderId }),
        }),
      );
      return answer.json();
    },
    async charge({ clientSecret }, cardNumber) {
      const [intentId] = clientSecret.split('_secret_');
      await sandbox.fetch(
        new Request(`http://localhost/v1/payment_intents/${intentId}/confirm`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${SANDBOX_DEFAULTS.publishableKey}` },
          body: new URLSearchParams({
            client_secret: clientSecret,
            'payment_method_data[type]': 'card',
            'payment_method_data[card][number]': cardNumber,
            'payment_method_data[card][exp_month]': '12',
            'payment_method_data[card][exp_year]': String(new Date().getFullYear() + 1),
            'payment_method_data[card][cvc]': '123',
          }),
        }),
      );
      await awaitDeliveries();
    },
    async change({ clientSecret, amount }, change) {
      const payment = sandbox.payments().find((made) => made.clientSecret === clientSecret);
      const answer = await sandbox.fetch(
        new Request(`${GATEWAY_URL}/payment-intents/${payment?.id}/${change}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${SANDBOX_DEFAULTS.apiKey}`,
            'Content-Type': 'application/json',
          },
          body: JSON.stringify(change === 'refunds' ? { amount } : {}),
        }),
      );
      if (!answer.ok) throw new Error(await answer.text());
      await awaitDeliveries();
    },
    holdWebhooks: sandbox.holdWebhooks,
    releaseWebhooks: sandbox.releaseWebhooks,
  };
}
