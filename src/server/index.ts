/**
 * @module hajiq-checkout/server The merchant's server half, on Web APIs alone.
 */
export { ConfigError } from '../errors/ConfigError.ts';
export { GatewayError } from '../errors/GatewayError.ts';
export { HajiqError } from '../errors/HajiqError.ts';
export { RequestError } from '../errors/RequestError.ts';
export { WebhookError } from '../errors/WebhookError.ts';
export { createHajiqHandler, type HajiqHandler } from './createHajiqHandler.ts';
export {
  createGatewayClient,
  type CreatedPaymentIntent,
  type CreatePaymentIntentInput,
  type GatewayClient,
  type GatewayClientOptions,
} from './gateway/createGatewayClient.ts';
export type { HajiqHandlerOptions, HandledPayment, Logger, Order } from './options.ts';
export { memoryStore } from './store/memoryStore.ts';
export type { ClaimResult, PaymentClaim, PaymentStore, StoredPayment } from './store/PaymentStore.ts';
export type { WebhookEvent, WebhookPayment } from '../webhooks/parseEvent.ts';
export { verifyWebhook, type VerifyWebhookInput } from '../webhooks/verifyWebhook.ts';
export type { Currency } from '../protocol/currency.ts';
export type { PaymentStatus } from '../protocol/paymentStatus.ts';
