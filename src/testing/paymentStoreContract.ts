import { claimRules } from './storeRules/claimRules.ts';
import { eventRules } from './storeRules/eventRules.ts';
import { leaseRules } from './storeRules/leaseRules.ts';
import type { StoreRule } from './storeRules/StoreRule.ts';
import { waitRules } from './storeRules/waitRules.ts';

/**
 * What has to be true of every `PaymentStore`: run each rule as a test of your own store.
 *
 * Each makes orders and events of its own, so that they can all run on one store.
 *
 * @example
 * for (const { name, check } of paymentStoreContract) {
 *   test(name, () => check({ store: createMyStore(), other: createMyStore() }));
 * }
 */
export const paymentStoreContract: readonly StoreRule[] = [
  ...claimRules,
  ...eventRules,
  ...leaseRules,
  ...waitRules,
];
