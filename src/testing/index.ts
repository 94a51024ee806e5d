/**
 * @module hajiq-checkout/testing What a merchant's own tests are made of, for any test runner.
 */
export { paymentStoreContract } from './paymentStoreContract.ts';
export type { StoreRule, StoresUnderTest } from './storeRules/StoreRule.ts';
