import type { HandlerContext } from '../HandlerContext.ts';
import type { Lease } from '../store/PaymentStore.ts';

/** How long a delivery waits for the merchant's handler, in milliseconds; longer, and the gateway would have hung up. */
const PATIENCE_MS = 25_000;

/** How long a process that has died keeps others from its work. A living one prolongs its lease all the while. */
const LEASE_MS = 30_000;

/** The pauses before a lost mark is written again, in milliseconds. */
const MARK_PAUSES_MS = [100, 1_000, 5_000];

/** Keeps a lease alive until it is told to stop. */
function keepAlive(lease: Lease, { store, logger }: HandlerContext): () => void {
  const heartbeat = setInterval(() => {
    store.renew(lease, LEASE_MS).then(
      (isOurs) => {
        if (!isOurs)
          logger.error('a handler runs whose lease has passed on: it may run twice', { work: lease.key });
      },
      (error: unknown) => logger.warn('a lease could not be prolonged', { work: lease.key, error }),
    );
  }, LEASE_MS / 3);
  return () => clearInterval(heartbeat);
}

/** Writes that work is done: what it did must not be done again because one write was lost. */
async function markDone(lease: Lease, { store }: HandlerContext): Promise<void> {
  for (const pause of MARK_PAUSES_MS) {
    try {
      return await store.endLease(lease, 'done');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await store.endLease(lease, 'done');
}

/**
 * Does a piece of work once, on whichever instance comes first: for ever done when it returns, free to be done again
 * when it throws or when its process dies.
 *
 * Work that does not return goes on by itself, and is not started a second time while it does.
 *
 * @param whenDone Runs after the mark that says so; it must not throw.
 * @throws What the work throws.
 */
export async function workOnce(
  key: string,
  context: HandlerContext,
  work: () => Promise<void>,
  whenDone: () => Promise<void> = async () => {},
): Promise<'done' | 'already' | 'busy'> {
  const { store, logger } = context;
  const lease = await store.lease(key, LEASE_MS);
  if (lease === 'busy') logger.warn('a handler is still running', { work: key });
  if (typeof lease === 'string') return lease === 'done' ? 'already' : 'busy';

  const stopHeartbeat = keepAlive(lease, context);
  const running = (async () => {
    try {
      await work();
    } catch (error) {
      stopHeartbeat();
      await store.endLease(lease, 'free');
      throw error;
    }
    await markDone(lease, context).finally(stopHeartbeat);
    await whenDone();
    return 'done' as const;
  })();

  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<'busy'>((resolve) => (timer = setTimeout(() => resolve('busy'), PATIENCE_MS)));
  const result = await Promise.race([running, elapsed]).finally(() => clearTimeout(timer));
  if (result === 'busy') {
    logger.error(`a handler has not returned in ${PATIENCE_MS / 1000} s`, { work: key });
    running.catch((error: unknown) => logger.error('a handler failed late', { work: key, error }));
  }
  return result;
}
