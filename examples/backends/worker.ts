import { createHajiqHandler, type HajiqHandler, type PaymentStore } from 'hajiq-checkout/server';
import { orders } from './orders.ts';

interface Env {
  HAJIQ_API_KEY: string;
  HAJIQ_WEBHOOK_SECRET: string;
}

/** Yours: a worker's memory is short, and each of its instances has another. */
declare const store: PaymentStore;

let handler: HajiqHandler | undefined;

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    handler ??= createHajiqHandler({
      apiKey: env.HAJIQ_API_KEY,
      webhookSecret: env.HAJIQ_WEBHOOK_SECRET,
      store,
      resolveOrder: (orderId) => orders.find(orderId) ?? null,
      onPaymentSucceeded: ({ orderId }) => orders.fulfil(orderId),
      clientAddress: (request) => request.headers.get('cf-connecting-ip'),
    });
    return handler(request);
  },
};
