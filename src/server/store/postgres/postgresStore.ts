import { ConfigError } from '../../../errors/ConfigError.ts';
import type { PaymentStore } from '../PaymentStore.ts';
import { changeFeed } from './changeFeed.ts';
import { postgresEvents } from './events.ts';
import { postgresLeases } from './leases.ts';
import { migrate } from './migrate.ts';
import { postgresPayments } from './payments.ts';
import { isEmbedded, type PostgresClient, type PostgresConnection } from './PostgresClient.ts';
import { transactor, type Transactor } from './transactor.ts';

const DAY_SECONDS = 24 * 60 * 60;

export interface PostgresStoreOptions {
  /**
   * Whether the tables are made, and brought up to date, before the first call. Defaults to true, which needs a
   * database user that may create tables; otherwise call `migrate()` yourself with one that may.
   */
  migrate?: boolean;
}

/** A store in PostgreSQL, with what its operator needs. */
export interface PostgresStore extends PaymentStore {
  /** Makes the tables `hajiq_*`, or brings them up to date. Every instance may call it at once. */
  migrate(): Promise<void>;
  /**
   * Forgets events that were handled longer ago than this, and never one that was not. Payments are not forgotten, nor
   * that an order was fulfilled.
   *
   * @param olderThanDays Defaults to 90, and is 7 at the least: a delivery may still be repeated, and would find nothing.
   * @returns How many were forgotten.
   */
  prune(olderThanDays?: number): Promise<number>;
  /** Stops listening for changes. The client stays open: it is yours. */
  close(): Promise<void>;
}

function assertClient(client: PostgresClient): void {
  const isUsable =
    typeof client?.query === 'function' && (isEmbedded(client) || typeof client.connect === 'function');
  // A single connection of pg has `connect` as well; what tells a pool is that it counts.
  const isSingle = isUsable && !isEmbedded(client) && 'processID' in client;
  if (!isUsable || isSingle) {
    throw new ConfigError('invalid_option', {
      detail:
        'postgresStore needs a Pool of pg (or one like it), or a PGlite. A single Client is not enough.',
    });
  }
}

/**
 * Remembers payments in PostgreSQL: on a server, through a `Pool` of `pg`, for any number of instances; or on the disk
 * of one, through `PGlite`.
 *
 * Each call is a transaction, so that nothing is lost when a process dies at any moment. Every instance hears of every
 * change at once, by `LISTEN`; for that one connection of the pool is kept, unless it has only one (`max: 1`): then the
 * store looks once a second. Behind a pooler that shares connections between transactions nothing can be heard; give a
 * pool that goes to the server itself.
 *
 * @throws {ConfigError} When the client is neither.
 *
 * @example
 * const store = postgresStore(new Pool({ connectionString: process.env.DATABASE_URL }));
 * const handler = createHajiqHandler({ ...options, store });
 */
export function postgresStore(client: PostgresClient, options: PostgresStoreOptions = {}): PostgresStore {
  assertClient(client);
  const transact = transactor(client);
  const migrateNow = () => transact(migrate);
  let migrated: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    if (options.migrate === false) return;
    // One that failed is tried again by the next call.
    migrated ??= migrateNow().catch((error: unknown) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
  }

  const prepared: PostgresConnection = {
    async query(text, values) {
      await prepare();
      return client.query(text, values);
    },
  };
  const preparedTransact: Transactor = async (work) => {
    await prepare();
    return transact(work);
  };
  const feed = changeFeed(client);

  return {
    ...postgresPayments(prepared, preparedTransact),
    ...postgresEvents(prepared, preparedTransact),
    ...postgresLeases(prepared),

    async waitForChange(...args) {
      await prepare();
      await feed.waitForChange(...args);
    },

    migrate: migrateNow,

    async prune(olderThanDays = 90) {
      const seconds = Math.max(olderThanDays, 7) * DAY_SECONDS;
      const { rows } = await prepared.query(
        `DELETE FROM hajiq_events WHERE state = 'handled' AND received_at < $1 RETURNING event_id`,
        [Date.now() - seconds * 1000],
      );
      // What says that an order is fulfilled or a handler has run for a payment is never forgotten.
      await prepared.query(
        `DELETE FROM hajiq_work WHERE leased_until < clock_timestamp() - $1::bigint * interval '1 second'
           AND key ~ '^(read|intent|withdraw|event|failed) '`,
        [seconds],
      );
      return rows.length;
    },

    close: () => feed.close(),
  };
}
