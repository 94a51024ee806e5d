import { BackendError } from '../../errors/BackendError.ts';
import type { PaymentStore } from './PaymentStore.ts';

/** How long a store may take for one call, in milliseconds: HajiQ Pay waits for an answer no longer than about ten seconds. */
const DEADLINE_MS = 8_000;

type Guarded = Exclude<keyof PaymentStore, 'waitForChange'>;

const guarded: readonly Guarded[] = [
  'claim',
  'attach',
  'release',
  'find',
  'keepEvent',
  'markEvent',
  'findEvents',
  'lease',
  'renew',
  'endLease',
];

const toFault = (method: string, cause: unknown) =>
  new BackendError('store_unavailable', { detail: `The store failed at ${method}.`, cause });

async function withDeadline<Result>(method: string, work: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${method} has not returned in ${DEADLINE_MS / 1000} s`)),
      DEADLINE_MS,
    );
  });
  try {
    return await Promise.race([work(), elapsed]);
  } catch (cause) {
    throw toFault(method, cause);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Turns whatever goes wrong in a store into one error, answered 503, so that nothing is taken for done that is not.
 *
 * A call that hangs is given up; it may still have its effect, and each of them may be made again.
 */
export function guardedStore(store: PaymentStore): PaymentStore {
  const guardedCalls = guarded.map((method) => {
    const call = (...args: unknown[]) =>
      withDeadline(method, async () => (store[method] as (...given: unknown[]) => Promise<unknown>)(...args));
    return [method, call];
  });
  return {
    ...(Object.fromEntries(guardedCalls) as Pick<PaymentStore, Guarded>),
    async waitForChange(...args) {
      // It waits as long as it is told to: no deadline.
      await store.waitForChange(...args).catch((cause: unknown) => {
        throw toFault('waitForChange', cause);
      });
    },
  };
}
