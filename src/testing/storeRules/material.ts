import type { NewEvent, PaymentClaim, PaymentStore, StoredPayment } from '../../server/store/PaymentStore.ts';
import type { StoresUnderTest } from './StoreRule.ts';

export const uniqueId = () => crypto.randomUUID();

/** A claim of an order of its own. */
export const claimOf = (changes: Partial<PaymentClaim> = {}): PaymentClaim => ({
  paymentId: uniqueId(),
  orderId: `order ${uniqueId()}`,
  amount: 5000,
  currency: 'USD',
  at: 1_700_000_000_000,
  ...changes,
});

/** An event of its own. */
export const eventOf = (changes: Partial<NewEvent> = {}): NewEvent => ({
  eventId: `evt_${uniqueId()}`,
  digest: 'a',
  body: '{"name":"\u0645\u0631\u064a\u0645"}',
  receivedAt: 1_700_000_000_000,
  ...changes,
});

export const read = async (store: PaymentStore, paymentId: string): Promise<StoredPayment | undefined> =>
  (await store.find({ paymentId }))[0];

export const succeededAt = (at: number) => ({ status: 'succeeded' as const, at });
export const failedAt = (at: number) => ({ status: 'failed' as const, at });
export const inParallel = <Result>(times: number, work: (turn: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)));

/** Claims an order of its own. */
export async function claimed({ store }: StoresUnderTest, changes: Partial<PaymentClaim> = {}) {
  return (await store.claim(claimOf(changes))).payment;
}
