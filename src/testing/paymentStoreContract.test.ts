import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../server/store/memoryStore.ts';
import { startPostgres } from '../server/store/postgres/postgres.fixture.ts';
import { postgresStore, type PostgresStore } from '../server/store/postgres/postgresStore.ts';
import { paymentStoreContract } from './paymentStoreContract.ts';
import type { StoresUnderTest } from './storeRules/StoreRule.ts';

function everyRule(stores: () => StoresUnderTest) {
  it.each(paymentStoreContract.map((rule) => [rule.name, rule] as const))('%s', async (_, rule) =>
    expect(rule.check(stores())).resolves.toBeUndefined(),
  );
}

describe('memoryStore', () => {
  const store = memoryStore();
  everyRule(() => ({ store, other: store }));
});

describe('postgresStore on PGlite', () => {
  const database = new PGlite();
  const store = postgresStore(database);
  afterAll(async () => {
    await store.close();
    await database.close();
  });
  everyRule(() => ({ store, other: store }));
});

describe('postgresStore on a PostgreSQL server, by two instances', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let store: PostgresStore;
  let other: PostgresStore;
  beforeAll(async () => {
    server = await startPostgres();
    store = postgresStore(server.openPool());
    other = postgresStore(server.openPool());
  });
  afterAll(async () => {
    await Promise.all([store.close(), other.close()]);
    await server.stop();
  });
  everyRule(() => ({ store, other }));
});
