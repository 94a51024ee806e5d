import type { PaymentStore } from '../PaymentStore.ts';
import type { PostgresConnection } from './PostgresClient.ts';

/** The leases of a store, as rows of `hajiq_work`. The database's clock is the only one that counts. */
export function postgresLeases(
  client: PostgresConnection,
): Pick<PaymentStore, 'lease' | 'renew' | 'endLease'> {
  return {
    async lease(key, ms) {
      const { rows } = await client.query(
        `INSERT INTO hajiq_work AS work (key, fence, leased_until)
         VALUES ($1, 1, clock_timestamp() + $2::bigint * interval '1 millisecond')
         ON CONFLICT (key) DO UPDATE SET fence = work.fence + 1, leased_until = excluded.leased_until
           WHERE work.done_at IS NULL AND work.leased_until <= clock_timestamp()
         RETURNING fence`,
        [key, Math.round(ms)],
      );
      if (rows[0] !== undefined) return { key, fence: Number(rows[0].fence) };
      const held = await client.query(
        'SELECT done_at IS NOT NULL AS is_done FROM hajiq_work WHERE key = $1',
        [key],
      );
      return held.rows[0]?.is_done === true ? 'done' : 'busy';
    },

    async renew({ key, fence }, ms) {
      const { rows } = await client.query(
        `UPDATE hajiq_work SET leased_until = clock_timestamp() + $3::bigint * interval '1 millisecond'
         WHERE key = $1 AND fence = $2 AND done_at IS NULL RETURNING key`,
        [key, fence, Math.round(ms)],
      );
      return rows.length > 0;
    },

    async endLease({ key, fence }, outcome) {
      await client.query(
        outcome === 'done'
          ? 'UPDATE hajiq_work SET done_at = clock_timestamp() WHERE key = $1 AND fence = $2 AND done_at IS NULL'
          : `UPDATE hajiq_work SET leased_until = '-infinity' WHERE key = $1 AND fence = $2 AND done_at IS NULL`,
        [key, fence],
      );
    },
  };
}
