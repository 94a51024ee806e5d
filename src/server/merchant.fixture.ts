import { createSandbox, GATEWAY_PATH, type SandboxOptions } from '../sandbox/createSandbox.ts';
import { toHajiqObject } from '../sandbox/gateway/toHajiqObject.ts';
import { signWebhook } from '../webhooks/signWebhook.ts';
import { createHajiqHandler } from './createHajiqHandler.ts';
import type { HajiqHandlerOptions, Logger, Order } from './options.ts';

const GATEWAY_ORIGIN = 'http://localhost:4311';
const SHOP_ORIGIN = 'http://localhost:4310';

interface MerchantFixtureOptions extends Partial<HajiqHandlerOptions> {
  orders?: Record<string, Order>;
  sandbox?: SandboxOptions;
  /** Another build of the handler. */
  createHandler?: typeof createHajiqHandler;
}

/** A merchant's backend with one order, and the sandbox it talks to: the real handler, the real gateway, no sockets. */
export function merchantFixture({
  orders,
  sandbox: sandboxOptions,
  createHandler = createHajiqHandler,
  ...options
}: MerchantFixtureOptions = {}) {
  const log: string[] = [];
  const logger = Object.fromEntries(
    ['info', 'warn', 'error'].map((level) => [level, (message: string) => log.push(`${level}: ${message}`)]),
  ) as unknown as Logger;
  const book: Record<string, Order> = orders ?? { 'ORDER-1': { amount: 5000, currency: 'USD' } };
  const fulfilled: string[] = [];
  let gatewayCalls = 0;

  const sandbox = createSandbox({
    webhookUrl: `${SHOP_ORIGIN}/api/hajiq/webhook`,
    retryDelaysMs: [0, 0, 0, 0, 0, 0],
    fetch: (input, init) => handler(new Request(input, init)),
    ...sandboxOptions,
  });
  const handler = createHandler({
    apiKey: 'hqp_test_sandbox',
    webhookSecret: 'whsec_test_sandbox',
    resolveOrder: (orderId) => book[orderId] ?? null,
    onPaymentSucceeded: ({ orderId }) => void fulfilled.push(orderId),
    gatewayUrl: `${GATEWAY_ORIGIN}${GATEWAY_PATH}`,
    fetch: async (input, init) => {
      gatewayCalls += 1;
      return sandbox.fetch(new Request(input, init));
    },
    logger,
    ...options,
  });

  /** Sends a request as the browser does for a page of the shop. */
  const browse = (request: Request) => {
    if (request.method === 'POST') request.headers.set('Origin', SHOP_ORIGIN);
    return handler(request);
  };
  const call = (path: string, init?: RequestInit) =>
    browse(new Request(`${SHOP_ORIGIN}/api/hajiq${path}`, init));

  return {
    sandbox,
    handler,
    browse,
    call,
    log,
    fulfilled,
    orders: book,
    gatewayCalls: () => gatewayCalls,
    /** Asks for the order's payment, as the browser half does. */
    createPayment: (body: unknown = { orderId: 'ORDER-1' }) =>
      call('/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    readStatus: (payment: { paymentId: string; statusToken: string }, headers: Record<string, string> = {}) =>
      call(`/payments/${payment.paymentId}`, {
        headers: { Authorization: `Bearer ${payment.statusToken}`, ...headers },
      }),
    /** Delivers a signed event about the first payment, as HajiQ Pay would. */
    reportStatus: async (type: string, changes: Record<string, unknown> = {}) => {
      const [payment] = sandbox.payments();
      const created = Math.floor(Date.now() / 1000);
      const object = {
        ...(payment && toHajiqObject(payment)),
        status: type.slice('payment.'.length),
        ...changes,
      };
      const body = new TextEncoder().encode(
        JSON.stringify({ id: `evt_${crypto.randomUUID()}`, type, created, data: { object } }),
      );
      const signature = await signWebhook(body, 'whsec_test_sandbox', created);
      const headers = { 'Content-Type': 'application/json', 'X-HajiQ-Signature': signature };
      return call('/webhook', { method: 'POST', headers, body });
    },
    /** Reads the intent, as Stripe.js does. */
    readIntent: (clientSecret: string) =>
      sandbox.fetch(
        new Request(
          `${GATEWAY_ORIGIN}/v1/payment_intents/${clientSecret.split('_secret_')[0]}?client_secret=${clientSecret}`,
          { headers: { Authorization: 'Bearer pk_test_sandbox' } },
        ),
      ),
    /** Confirms with a card, in Stripe's wire form. */
    confirm: (clientSecret: string, number = '4242424242424242') =>
      sandbox.fetch(
        new Request(`${GATEWAY_ORIGIN}/v1/payment_intents/${clientSecret.split('_secret_')[0]}/confirm`, {
          method: 'POST',
          headers: { Authorization: 'Bearer pk_test_sandbox' },
          body: new URLSearchParams({
            client_secret: clientSecret,
            'payment_method_data[type]': 'card',
            'payment_method_data[card][number]': number,
            'payment_method_data[card][exp_month]': '12',
            'payment_method_data[card][exp_year]': String(new Date().getFullYear() + 3),
            'payment_method_data[card][cvc]': '123',
          }),
        }),
      ),
  };
}

export type MerchantFixture = ReturnType<typeof merchantFixture>;
