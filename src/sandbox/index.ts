/**
 * @module hajiq-checkout/sandbox An offline HajiQ Pay with Stripe's test cards, as a function of a Web `Request`.
 */
export {
  createSandbox,
  GATEWAY_PATH,
  SANDBOX_DEFAULTS,
  type Sandbox,
  type SandboxOptions,
} from './createSandbox.ts';
export type { SandboxClock } from './gateway/clock/SandboxClock.ts';
export { virtualClock, type VirtualClock } from './gateway/clock/virtualClock.ts';
export type { Attempt, SandboxPayment, SandboxRefund } from './gateway/SandboxPayment.ts';
export type { Delivery, DeliveryAttempt } from './gateway/webhooks/webhookDeliveries.ts';
export type { KeyScope, SandboxKey } from './gateway/keys/SandboxKey.ts';
export type { SandboxKnobs } from './gateway/knobs/SandboxKnobs.ts';
export type { SandboxMemory, SandboxRecord } from './gateway/SandboxMemory.ts';
