import {
  isEmbedded,
  type PostgresClient,
  type PostgresConnection,
  type PostgresPool,
} from './PostgresClient.ts';

/** Runs work in one transaction: all of it happens, or nothing. */
export type Transactor = <Result>(
  work: (transaction: PostgresConnection) => Promise<Result>,
) => Promise<Result>;

/** A lock that is not to be had in this time fails the call, which is answered 503 and sent again. */
const LOCK_TIMEOUT = "SET LOCAL lock_timeout = '7s'";

/** Serialization failure and deadlock: the same work may well pass the next time (PostgreSQL, Appendix A). */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 3;

const isRetryable = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && RETRYABLE.has(String(error.code));

async function runInPool<Result>(
  pool: PostgresPool,
  work: (transaction: PostgresConnection) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  let isBroken = false;
  try {
    await connection.query(`BEGIN; ${LOCK_TIMEOUT}`);
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => (isBroken = true));
    throw error;
  } finally {
    connection.release(isBroken);
  }
}

/** Makes a transactor of whichever client it is given. */
export function transactor(client: PostgresClient): Transactor {
  const runOnce: Transactor = (work) =>
    isEmbedded(client)
      ? client.transaction(async (transaction) => {
          await transaction.query(LOCK_TIMEOUT);
          return work(transaction);
        })
      : runInPool(client, work);

  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await runOnce(work);
      } catch (error) {
        if (tries >= MAX_TRIES || !isRetryable(error)) throw error;
      }
    }
  };
}
