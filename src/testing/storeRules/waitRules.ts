import { assertEqual } from '../assertEqual.ts';
import { uniqueId, eventOf, read, succeededAt, inParallel, claimed } from './material.ts';
import type { StoreRule } from './StoreRule.ts';

/** Who is woken, and when. */
export const waitRules: readonly StoreRule[] = [
  {
    name: 'wakes who waits for a payment when any instance changes it',
    async check(stores) {
      const { store, other } = stores;
      const { paymentId, version } = await claimed(stores);
      const waits = inParallel(3, () => store.waitForChange(paymentId, version, { timeoutMs: 60_000 }));
      await other.keepEvent(eventOf(), { paymentId, report: succeededAt(1) });
      await waits;
      assertEqual((await read(store, paymentId))?.report.status, 'succeeded', 'the status after waking');
    },
  },
  {
    name: 'does not wait for what has changed already, nor for what is not there',
    async check(stores) {
      const { store } = stores;
      const { paymentId, version } = await claimed(stores);
      await store.attach(paymentId, { sealedSecret: 'sealed' });
      await store.waitForChange(paymentId, version, { timeoutMs: 60_000 });
      await store.waitForChange(uniqueId(), 1, { timeoutMs: 60_000 });
    },
  },
  {
    name: 'stops waiting after the time, and when it is told to',
    async check(stores) {
      const { store } = stores;
      const { paymentId, version } = await claimed(stores);
      await store.waitForChange(paymentId, version, { timeoutMs: 1 });
      const leaves = new AbortController();
      const wait = store.waitForChange(paymentId, version, { timeoutMs: 60_000, signal: leaves.signal });
      leaves.abort();
      await wait;
      await store.waitForChange(paymentId, version, { timeoutMs: 60_000, signal: leaves.signal });
    },
  },
];
