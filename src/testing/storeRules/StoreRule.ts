import type { PaymentStore } from '../../server/store/PaymentStore.ts';

/** A store to be tried, and a second instance over the same memory: the same object where there is only one. */
export interface StoresUnderTest {
  store: PaymentStore;
  other: PaymentStore;
}

/** One thing that has to be true of every store. */
export interface StoreRule {
  /** A fact, to be the name of a test. */
  name: string;
  /** @throws An error that says what was expected, when the stores break the rule. */
  check(stores: StoresUnderTest): Promise<void>;
}
