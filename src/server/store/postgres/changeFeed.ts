import { changeSignal } from '../changeSignal.ts';
import { isEmbedded, type PostgresClient, type PostgresPool } from './PostgresClient.ts';

/** Where the database tells which payment has changed. */
export const CHANNEL = 'hajiq_payment';

/** How often payments that are waited for are looked up while the database cannot tell; in milliseconds. */
const POLL_MS = 1_000;

/** Listens on a connection of its own until it breaks. @returns Ends it. */
async function listenInPool(
  pool: PostgresPool,
  onPayment: (paymentId: string) => void,
  onBroken: () => void,
): Promise<() => Promise<void>> {
  const connection = await pool.connect();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    connection.release(true);
  };
  connection.on('notification', ({ payload }) => onPayment(payload ?? ''));
  connection.on('error', () => {
    end();
    onBroken();
  });
  try {
    await connection.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    end();
    throw error;
  }
  return async () => end();
}

/**
 * Wakes, in this process, those who wait for a payment that any process has changed.
 *
 * One connection listens for all of them. While there is none, one query a second looks for all of them.
 */
export function changeFeed(client: PostgresClient) {
  const changes = changeSignal();
  /** The version each payment had when the first of those who wait began to. */
  const awaited = new Map<string, number>();
  let listening: Promise<(() => Promise<void>) | undefined> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let isClosed = false;

  async function wakeChanged(): Promise<void> {
    if (awaited.size === 0) return;
    const { rows } = await client.query(
      'SELECT payment_id, version FROM hajiq_payments WHERE payment_id = ANY($1)',
      [[...awaited.keys()]],
    );
    const versions = new Map(rows.map((row) => [String(row.payment_id), Number(row.version)]));
    for (const [paymentId, version] of awaited) {
      if (versions.get(paymentId) === version) continue;
      // Who waits for a version after this one says so anew.
      awaited.delete(paymentId);
      changes.emit(paymentId);
    }
  }

  function stopPolling(): void {
    clearInterval(poll);
    poll = undefined;
  }

  function pollInstead(): undefined {
    listening = undefined;
    if (isClosed) return;
    poll ??= setInterval(() => {
      if (awaited.size === 0) stopPolling();
      else void wakeChanged().then(listen, () => {});
    }, POLL_MS);
  }

  async function startListening() {
    const emit = (paymentId: string) => changes.emit(paymentId);
    try {
      const end = isEmbedded(client)
        ? await client.listen(CHANNEL, emit)
        : await listenInPool(client, emit, pollInstead);
      stopPolling();
      // What was told while nobody listened.
      await wakeChanged();
      return end;
    } catch {
      return pollInstead();
    }
  }

  function listen(): void {
    if (isClosed) return;
    // Listening would keep the only connection there is.
    const isOnlyOne = !isEmbedded(client) && client.options?.max === 1;
    if (isOnlyOne) pollInstead();
    else listening ??= startListening();
  }

  async function hasChanged(paymentId: string, version: number): Promise<boolean> {
    const { rows } = await client.query('SELECT version FROM hajiq_payments WHERE payment_id = $1', [
      paymentId,
    ]);
    return Number(rows[0]?.version) !== version;
  }

  return {
    /** Resolves when the payment is no longer at this version, or after the time, or when the signal aborts. */
    async waitForChange(
      paymentId: string,
      version: number,
      { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
    ): Promise<void> {
      const over = new AbortController();
      const timer = setTimeout(() => over.abort(), timeoutMs);
      const ends = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
      const ended = new Promise<true>((resolve) => {
        if (ends.aborted) resolve(true);
        else ends.addEventListener('abort', () => resolve(true), { once: true });
      });
      try {
        for (;;) {
          awaited.set(paymentId, Math.min(awaited.get(paymentId) ?? version, version));
          const told = changes.next(paymentId, timeoutMs, ends);
          listen();
          // It may have changed before; and what is told late may be of a change before this version. A database that
          // does not answer keeps nobody longer than they asked for.
          if (await Promise.race([hasChanged(paymentId, version), ended])) return;
          await told;
          if (ends.aborted) return;
        }
      } finally {
        clearTimeout(timer);
        over.abort();
        if (!changes.isAwaited(paymentId)) awaited.delete(paymentId);
      }
    },

    /** Stops listening and polling; those who wait go on until their time is over. */
    async close(): Promise<void> {
      isClosed = true;
      stopPolling();
      const end = await listening;
      listening = undefined;
      await end?.();
    },
  };
}
