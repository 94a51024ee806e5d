/**
 * @module hajiq-checkout/testing What a merchant's own tests are made of, for any test runner.
 */
export { paymentStoreContract } from './paymentStoreContract.ts';
export type { StoreRule, StoresUnderTest } from './storeRules/StoreRule.ts';
export type { BackendCall, BackendFault, BackendRequest, BackendScript } from './backend/BackendScript.ts';
export { scriptedBackend, type ScriptedBackend } from './backend/scriptedBackend.ts';
export type { Confirmation } from './stripe/confirmationDesk.ts';
export type { ConfirmationOutcome } from './stripe/ConfirmationOutcome.ts';
export { fakeStripe, type FakeStripe, type FakeStripeOptions } from './stripe/fakeStripe.ts';
export { signedWebhook, type SignedWebhookOptions } from './webhooks/signedWebhook.ts';
export { webhookEvent, type WebhookEventInput } from './webhooks/webhookEvent.ts';
