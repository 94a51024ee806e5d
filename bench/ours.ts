/** The server half as a merchant runs it: the built package, before a gateway that answers at once. */
import { PGlite } from '@electric-sql/pglite';
import { createHajiqHandler, memoryStore, type PaymentStore } from 'hajiq-checkout/server';
import { toNodeHandler } from 'hajiq-checkout/server/node';
import { postgresStore } from 'hajiq-checkout/server/postgres';
import pg from 'pg';
import { serve } from './serve.ts';
import { API_KEY, BASE_PATH, PRICE, toGatewayId, WEBHOOK_SECRET } from './shop.ts';

function openStore(name = 'memory'): PaymentStore {
  if (name === 'memory') return memoryStore();
  if (name === 'pglite') return postgresStore(new PGlite());
  return postgresStore(new pg.Pool({ connectionString: name }));
}

let intents = 0;

const answerAtOnce: typeof fetch = async (_url, init) => {
  const { externalReferenceId } = JSON.parse(init?.body as string) as { externalReferenceId: string };
  intents += 1;
  const clientSecret = `pi_${intents}_secret_${intents}`;
  return Response.json({
    success: true,
    data: { ...PRICE, id: toGatewayId(externalReferenceId), externalReferenceId, clientSecret },
  });
};

const unlimited = { requests: Number.MAX_SAFE_INTEGER, seconds: 600 };

const handler = createHajiqHandler({
  apiKey: API_KEY,
  webhookSecret: WEBHOOK_SECRET,
  basePath: BASE_PATH,
  store: openStore(process.argv[2]),
  fetch: answerAtOnce,
  allowNonBrowsers: true,
  rateLimits: { perOrder: unlimited, perAddress: unlimited, overall: unlimited },
  resolveOrder: () => PRICE,
  onPaymentSucceeded: () => {},
  // A line for each forged delivery would measure the terminal.
  logger: { info: () => {}, warn: () => {}, error: console.error },
});

serve((incoming, outgoing) => void toNodeHandler(handler)(incoming, outgoing));
