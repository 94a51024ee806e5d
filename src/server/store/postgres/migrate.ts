import type { PostgresConnection } from './PostgresClient.ts';
import { migrations } from './migrations.ts';

/** Any number that nobody else locks. */
const LOCK = 4_737_210_811;

/**
 * Brings the tables up to date: does what is missing, and nothing when nothing is.
 *
 * Every instance may call it at once; one does the work and the others wait for it.
 *
 * @param transaction A transaction: all of it happens or nothing.
 */
export async function migrate(transaction: PostgresConnection): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  await transaction.query(
    'CREATE TABLE IF NOT EXISTS hajiq_migrations (step integer PRIMARY KEY, at timestamptz NOT NULL)',
  );
  const { rows } = await transaction.query('SELECT coalesce(max(step), 0) AS step FROM hajiq_migrations');
  const done = Number(rows[0]?.step);
  for (const [index, statements] of migrations.entries()) {
    if (index < done) continue;
    for (const statement of statements) await transaction.query(statement);
    await transaction.query('INSERT INTO hajiq_migrations (step, at) VALUES ($1, now())', [index + 1]);
  }
}
