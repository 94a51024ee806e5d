import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { PostgresClient } from 'hajiq-checkout/server/postgres';
import pg from 'pg';

/** Where the shop keeps its orders, and HajiQ's payments beside them. */
export interface Database {
  client: PostgresClient;
  close(): Promise<void>;
}

/**
 * Opens the shop's database: a PostgreSQL server where a URL is given, else an embedded one.
 *
 * @param place A `postgres://` URL; a folder on this disk; or `memory://`, which is forgotten.
 */
export async function openDatabase(place: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(place)) {
    const pool = new pg.Pool({ connectionString: place });
    // A connection that breaks while it is idle is replaced by the next query.
    pool.on('error', (error) => console.error(`database: ${error.message}`));
    return { client: pool, close: () => pool.end() };
  }
  if (!place.startsWith('memory://')) await mkdir(place, { recursive: true });
  const embedded = await PGlite.create(place);
  return { client: embedded, close: () => embedded.close() };
}
