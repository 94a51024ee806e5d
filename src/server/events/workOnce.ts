import type { HandlerContext } from '../HandlerContext.ts';

/** How long a delivery waits for the merchant's handler, in milliseconds; longer, and the gateway would have hung up. */
const PATIENCE_MS = 25_000;

/** How long a process that has died keeps others from its work. A living one prolongs its lease all the while. */
const LEASE_MS = 30_000;

/**
 * Does a piece of work once, on whichever instance comes first: for ever done when it returns, free to be done again
 * when it throws or when its process dies.
 *
 * Work that does not return goes on by itself, and is not started a second time while it does.
 *
 * @throws What the work throws.
 */
export async function workOnce(
  key: string,
  { store, logger }: HandlerContext,
  work: () => Promise<void>,
): Promise<'done' | 'busy'> {
  const lease = await store.lease(key, LEASE_MS);
  if (lease === 'busy') logger.warn('a handler is still running', { work: key });
  if (typeof lease === 'string') return lease;

  const heartbeat = setInterval(() => {
    store
      .renew(lease, LEASE_MS)
      .catch((error: unknown) => logger.warn('a lease could not be prolonged', { work: key, error }));
  }, LEASE_MS / 3);
  const running = (async () => {
    try {
      await work();
    } catch (error) {
      await store.endLease(lease, 'free');
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
    await store.endLease(lease, 'done');
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
