import { createHajiqHandler } from 'hajiq-checkout/server';
import { orders } from './orders.ts';

export const handler = createHajiqHandler({
  apiKey: process.env.HAJIQ_API_KEY ?? '',
  webhookSecret: process.env.HAJIQ_WEBHOOK_SECRET ?? '',
  resolveOrder: (orderId) => orders.find(orderId) ?? null,
  onPaymentSucceeded: ({ orderId }) => orders.fulfil(orderId),
});
