import type { Lease, PaymentStore } from './PaymentStore.ts';

/** Keeps the leases of one process. */
export function leaseTable(): Pick<PaymentStore, 'lease' | 'renew' | 'endLease'> {
  const taken = new Map<string, { fence: number; until: number; isDone: boolean }>();

  const holds = ({ key, fence }: Lease) => {
    const held = taken.get(key);
    return held !== undefined && held.fence === fence && !held.isDone ? held : undefined;
  };

  return {
    async lease(key, ms) {
      const held = taken.get(key);
      if (held?.isDone === true) return 'done';
      if (held !== undefined && held.until > Date.now()) return 'busy';
      const fence = (held?.fence ?? 0) + 1;
      taken.set(key, { fence, until: Date.now() + ms, isDone: false });
      return { key, fence };
    },

    async renew(lease, ms) {
      const held = holds(lease);
      if (held !== undefined) held.until = Date.now() + ms;
      return held !== undefined;
    },

    async endLease(lease, outcome) {
      const held = holds(lease);
      if (held === undefined) return;
      if (outcome === 'done') held.isDone = true;
      else held.until = 0;
    },
  };
}
