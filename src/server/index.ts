/**
 * @module hajiq-checkout/server The merchant's server half, on Web APIs alone.
 */
export { ConfigError } from '../errors/ConfigError.ts';
export { GatewayError } from '../errors/GatewayError.ts';
export { HajiqError } from '../errors/HajiqError.ts';
export { RequestError } from '../errors/RequestError.ts';
export { WebhookError } from '../errors/WebhookError.ts';
export type { ChallengeReason } from './access/ChallengeReason.ts';
export type { AddressOptions } from './access/clientAddress.ts';
export type { OriginOptions } from './access/origins.ts';
export type { RateLimit, RateLimiter, RateLimits } from './access/rateLimits.ts';
export {
  createHajiqHandler,
  type Connection,
  type HajiqHandler,
  type RequestHandler,
} from './createHajiqHandler.ts';
export type { EventOutcome } from './events/IncomingEvent.ts';
export type { SweepReport } from './sweep.ts';
export { createGatewayClient, type GatewayClientOptions } from './gateway/createGatewayClient.ts';
export type { CreatedPaymentIntent } from './gateway/createdPaymentIntent.ts';
export type { CreatePaymentIntentInput, CreateRefundInput, GatewayClient } from './gateway/GatewayClient.ts';
export { gatewayErrors, type GatewayErrorFacts, type KnownGatewayCode } from './gateway/gatewayErrors.ts';
export { gatewayPaths, type GatewayPaths } from './gateway/gatewayPaths.ts';
export type { GatewayPayment } from './gateway/gatewayPayment.ts';
export type { GatewayRefund } from './gateway/gatewayRefund.ts';
export type {
  DonationBounds,
  DonationOrder,
  FixedOrder,
  HajiqHandlerOptions,
  HandledPayment,
  Logger,
  Order,
} from './options.ts';
export { decideClaim, type ClaimDecision } from './store/decideClaim.ts';
export { memoryStore } from './store/memoryStore.ts';
export type {
  ClaimResult,
  EventQuery,
  EventState,
  Lease,
  NewEvent,
  PaymentClaim,
  PaymentQuery,
  PaymentStore,
  StoredEvent,
  StoredPayment,
} from './store/PaymentStore.ts';
export type { WebhookEvent, WebhookPayment } from '../webhooks/parseEvent.ts';
export type { VerifyWebhookInput } from '../webhooks/openDelivery.ts';
export { verifyWebhook } from '../webhooks/verifyWebhook.ts';
export type { Currency } from '../protocol/currency.ts';
export type { PaymentStatus } from '../protocol/paymentStatus.ts';
