import { assertEqual, assertThat } from '../assertEqual.ts';
import { uniqueId, inParallel } from './material.ts';
import type { StoreRule } from './StoreRule.ts';

/** Who may do a piece of work. */
export const leaseRules: readonly StoreRule[] = [
  {
    name: 'gives a piece of work to one of many who ask at once, and to nobody once it is done',
    async check({ store, other }) {
      const key = uniqueId();
      const answers = await inParallel(20, (turn) => (turn % 2 === 0 ? store : other).lease(key, 60_000));
      const leases = answers.filter((answer) => typeof answer !== 'string');
      assertEqual(leases.length, 1, 'leases given');
      assertThat(
        answers.every((answer) => typeof answer !== 'string' || answer === 'busy'),
        'the others are told that somebody is busy',
      );
      const [lease] = leases;
      if (lease !== undefined) await store.endLease(lease, 'done');
      assertEqual(await other.lease(key, 60_000), 'done', 'the answer afterwards');
    },
  },
  {
    name: 'gives work again that was set free',
    async check({ store, other }) {
      const key = uniqueId();
      const lease = await store.lease(key, 60_000);
      if (typeof lease !== 'string') await store.endLease(lease, 'free');
      assertThat(typeof (await other.lease(key, 60_000)) !== 'string', 'free work can be taken');
    },
  },
  {
    name: 'gives work whose holder is gone to the next, and lets the first change nothing any more',
    async check({ store, other }) {
      const key = uniqueId();
      const zombie = await store.lease(key, 0);
      const heir = await other.lease(key, 60_000);
      if (typeof zombie === 'string' || typeof heir === 'string')
        throw new Error('an expired lease has to pass on');
      assertThat(heir.fence > zombie.fence, 'the fence grows');
      assertEqual(await store.renew(zombie, 60_000), false, 'renewing a lease that has passed on');
      await store.endLease(zombie, 'done');
      await store.endLease(zombie, 'free');
      assertEqual(await store.lease(key, 60_000), 'busy', 'the heir still has it');
    },
  },
  {
    name: 'prolongs a lease',
    async check({ store, other }) {
      const key = uniqueId();
      const lease = await store.lease(key, 0);
      if (typeof lease === 'string') throw new Error('new work has to be given');
      assertEqual(await store.renew(lease, 60_000), true, 'renewing');
      assertEqual(await other.lease(key, 60_000), 'busy', 'the answer to others');
    },
  },
];
