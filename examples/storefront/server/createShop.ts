import express from 'express';
import { createHajiqHandler } from 'hajiq-checkout/server';
import { toNodeHandler } from 'hajiq-checkout/server/node';
import { postgresStore, type PostgresClient } from 'hajiq-checkout/server/postgres';
import { answerError } from './answerError.ts';
import { clientPages } from './clientPages.ts';
import { openOrderBook } from './orders.ts';
import { securityHeaders } from './securityHeaders.ts';
import { shopApi } from './shopApi.ts';

export interface ShopOptions {
  hajiq: {
    apiKey: string;
    webhookSecret: string;
    /** Defaults to HajiQ Pay itself; the sandbox prints its own. */
    gatewayUrl?: string;
  };
  /** Stripe's `pk_…`, which the browser may know. */
  publishableKey: string;
  /** What the customer fills in: Stripe's Card Element, or its Payment Element. Defaults to the card. */
  fields?: 'card' | 'payment';
  /** The language of the checkout, a BCP 47 tag. Defaults to English, as the rest of the shop. */
  locale?: string;
  /** The sandbox's stand-in for https://js.stripe.com. */
  stripeJsUrl?: string;
  /** Where orders and payments are kept. */
  database: PostgresClient;
  /** Where the built client is; without it the shop is an API only. */
  clientFolder?: string;
}

export async function createShop({
  hajiq,
  publishableKey,
  fields = 'card',
  locale = 'en',
  stripeJsUrl,
  database,
  clientFolder,
}: ShopOptions) {
  const orders = await openOrderBook(database);

  const handler = createHajiqHandler({
    ...hajiq,
    store: postgresStore(database),
    async resolveOrder(orderId) {
      const order = await orders.find(orderId);
      if (order === undefined) return null;
      const { amount, currency, quantity, productName } = order;
      return { amount, currency, description: `${quantity} × ${productName}` };
    },
    async onPaymentSucceeded({ orderId }) {
      if (await orders.fulfil(orderId)) console.log(`order ${orderId} fulfilled`);
    },
  });

  const app = express().disable('x-powered-by');
  app.use(securityHeaders(stripeJsUrl));
  // Before express.json(): a webhook is signed over its bytes, and a parser would eat them.
  app.use('/api/hajiq', toNodeHandler(handler));
  app.use('/api', express.json(), shopApi(orders, { publishableKey, fields, locale }));
  if (clientFolder !== undefined) app.use(clientPages(clientFolder, stripeJsUrl));
  app.use(answerError);

  return { app, orders, handler };
}
