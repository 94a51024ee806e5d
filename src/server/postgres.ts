/**
 * @module hajiq-checkout/server/postgres Remembers payments in PostgreSQL, on a server or embedded.
 */
export type {
  EmbeddedPostgres,
  PooledConnection,
  PostgresClient,
  PostgresConnection,
  PostgresPool,
} from './store/postgres/PostgresClient.ts';
export {
  postgresStore,
  type PostgresStore,
  type PostgresStoreOptions,
} from './store/postgres/postgresStore.ts';
