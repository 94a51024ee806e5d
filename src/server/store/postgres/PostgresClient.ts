/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/** What runs one statement. */
export interface PostgresConnection {
  query(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** A connection taken out of a pool. */
export interface PooledConnection extends PostgresConnection {
  /** Gives it back; with true it is closed instead. */
  release(destroy?: boolean): void;
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A pool of connections: `Pool` of `pg`, or of `@neondatabase/serverless`. */
export interface PostgresPool extends PostgresConnection {
  options?: { max?: number | undefined };
  connect(): Promise<PooledConnection>;
}

/** A database in this process: `PGlite`. */
export interface EmbeddedPostgres extends PostgresConnection {
  transaction<Result>(work: (transaction: PostgresConnection) => Promise<Result>): Promise<Result>;
  listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>>;
}

/** What `postgresStore` can work with. A single connection is not enough: a waiting browser needs one of its own. */
export type PostgresClient = PostgresPool | EmbeddedPostgres;

/** Tells whether the database is in this process. */
export function isEmbedded(client: PostgresClient): client is EmbeddedPostgres {
  return 'transaction' in client;
}
