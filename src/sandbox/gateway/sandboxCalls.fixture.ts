import { createSandbox, GATEWAY_PATH, type Sandbox, type SandboxOptions } from '../createSandbox.ts';

const ORIGIN = 'http://localhost:4311';

async function toAnswer(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Calls a sandbox by its routes alone, as a backend and a browser do. */
function callsOf(sandbox: Sandbox) {
  const gateway = async (
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'X-API-Key': 'hqp_test_sandbox' },
  ) =>
    toAnswer(
      await sandbox.fetch(
        new Request(`${ORIGIN}${GATEWAY_PATH}${path}`, {
          method,
          headers,
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      ),
    );

  const intentPath = (clientSecret: string) => `/v1/payment_intents/${clientSecret.split('_secret_')[0]}`;

  const stripe = async (clientSecret: string, action: string, fields: Record<string, string>) =>
    toAnswer(
      await sandbox.fetch(
        new Request(`${ORIGIN}${intentPath(clientSecret)}${action}`, {
          method: 'POST',
          headers: { Authorization: 'Bearer pk_test_sandbox' },
          body: new URLSearchParams({ client_secret: clientSecret, ...fields }),
        }),
      ),
    );

  return {
    gateway,
    /** Calls the sandbox's own routes, under `/sandbox`. */
    control: async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      toAnswer(
        await sandbox.fetch(
          new Request(`${ORIGIN}/sandbox${path}`, {
            method,
            headers,
            ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          }),
        ),
      ),
    /** Makes a payment of $50. */
    create: async (fields: Record<string, unknown> = {}): Promise<{ id: string; clientSecret: string }> =>
      (await gateway('POST', '/payment-intents', { amount: 5000, currency: 'usd', ...fields })).body.data,
    /** Submits a card, as Stripe.js does. An empty field is left out. */
    confirm: (
      clientSecret: string,
      card: Record<string, string> = {},
      fields: Record<string, string> = {},
    ) => {
      const given = {
        number: '4242424242424242',
        exp_month: '12',
        exp_year: String(new Date().getFullYear() + 1),
        cvc: '123',
        ...card,
      };
      return stripe(clientSecret, '/confirm', {
        'payment_method_data[type]': 'card',
        ...Object.fromEntries(
          Object.entries(given)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => [`payment_method_data[card][${name}]`, value]),
        ),
        ...fields,
      });
    },
    authenticate: (clientSecret: string, outcome: 'complete' | 'fail' = 'complete') =>
      stripe(clientSecret, '/three_d_secure_outcome', { outcome }),
    readIntent: async (clientSecret: string) =>
      toAnswer(
        await sandbox.fetch(
          new Request(`${ORIGIN}${intentPath(clientSecret)}?client_secret=${clientSecret}`, {
            headers: { Authorization: 'Bearer pk_test_sandbox' },
          }),
        ),
      ),
  };
}

/** A sandbox, and how to call it. */
export function sandboxFixture(options: SandboxOptions = {}) {
  const sandbox = createSandbox(options);
  return { sandbox, ...callsOf(sandbox) };
}
