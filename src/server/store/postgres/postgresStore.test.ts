import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../../delivery.fixture.ts';
import { merchantFixture } from '../../merchant.fixture.ts';
import { startPostgres } from './postgres.fixture.ts';
import { postgresStore } from './postgresStore.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const claim = () => ({
  paymentId: crypto.randomUUID(),
  orderId: crypto.randomUUID(),
  amount: 5000,
  currency: 'USD' as const,
  at: Date.now(),
});
const event = (receivedAt: number) => ({ eventId: crypto.randomUUID(), digest: 'a', body: '{}', receivedAt });
const succeeded = { status: 'succeeded' as const, at: 1 };
const DAY = 24 * 60 * 60 * 1000;

describe('postgresStore', () => {
  it('makes its tables once, though ten instances begin at once', async () => {
    const stores = Array.from({ length: 10 }, () => postgresStore(server.openPool(1)));
    await Promise.all(stores.map((store) => store.find({ paymentId: 'none' })));
    const { rows } = await server.openPool(1).query('SELECT step FROM hajiq_migrations');
    expect(rows).toEqual([{ step: 1 }]);
  });

  it('makes no table when it is told not to', async () => {
    const database = new PGlite();
    const store = postgresStore(database, { migrate: false });
    await expect(store.find({ paymentId: 'none' })).rejects.toThrow('hajiq_payments');
    await store.migrate();
    expect(await store.find({ paymentId: 'none' })).toEqual([]);
    await database.close();
  });

  it('tries to make its tables again when that failed', async () => {
    const pool = server.openPool(1);
    let fails = true;
    const store = postgresStore({
      query: (text, values) => pool.query(text, values),
      connect: async () => {
        if (fails) throw new Error('ECONNREFUSED');
        return pool.connect();
      },
    });
    await expect(store.find({ paymentId: 'none' })).rejects.toThrow('ECONNREFUSED');
    fails = false;
    expect(await store.find({ paymentId: 'none' })).toEqual([]);
  });

  it('tries a transaction again that lost against another, and no other', async () => {
    const pool = server.openPool(2);
    const codes = ['40001', '40P01', '23505'];
    const tried: string[] = [];
    const store = postgresStore({
      query: (text, values) => pool.query(text, values),
      connect: async () => {
        const connection = await pool.connect();
        return {
          release: (destroy) => connection.release(destroy),
          on: () => {},
          query: async (text, values) => {
            if (!text.includes('pg_advisory_xact_lock(hashtextextended'))
              return connection.query(text, values);
            const code = codes[tried.length] ?? 'none';
            tried.push(code);
            throw Object.assign(new Error('lost'), { code });
          },
        };
      },
    });
    await expect(store.claim(claim())).rejects.toMatchObject({ code: '23505' });
    expect(tried).toEqual(codes);
    // The connections were given back.
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('counts leases by the clock of the database, whatever the one of the process says', async () => {
    const store = postgresStore(server.openPool());
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const lease = await store.lease('by the clock', 60_000);
    expect(lease).toMatchObject({ fence: 1 });
    vi.setSystemTime(Date.now() + DAY);
    expect(await store.lease('by the clock', 60_000)).toBe('busy');
    vi.setSystemTime(Date.now() - 2 * DAY);
    expect(await store.lease('by the clock', 60_000)).toBe('busy');
    vi.useRealTimers();
  });

  it('forgets handled events of long ago, and never one that is not handled', async () => {
    const store = postgresStore(server.openPool());
    const [old, owed, recent] = [
      event(Date.now() - 91 * DAY),
      event(Date.now() - 91 * DAY),
      event(Date.now()),
    ];
    for (const each of [old, owed, recent]) await store.keepEvent(each);
    for (const { eventId } of [old, recent]) await store.markEvent(eventId, { state: 'handled' });
    expect(await store.prune()).toBe(1);
    expect(await store.findEvents({ eventId: old.eventId })).toEqual([]);
    expect(await store.findEvents({ eventId: owed.eventId })).toHaveLength(1);
    // Not even when it is asked to: a delivery of today may still come again.
    expect(await store.prune(0)).toBe(0);
  });

  it('hears of changes again after its listening connection was cut', async () => {
    const store = postgresStore(server.openPool());
    const other = postgresStore(server.openPool());
    const { payment } = await store.claim(claim());
    const waiting = store.waitForChange(payment.paymentId, payment.version, { timeoutMs: 60_000 });
    const admin = server.openPool(1);
    const listeners = async () =>
      (await admin.query("SELECT pid FROM pg_stat_activity WHERE query = 'LISTEN hajiq_payment'")).rows;
    await expect.poll(async () => (await listeners()).length).toBeGreaterThan(0);
    for (const { pid } of await listeners()) await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    await other.keepEvent(event(Date.now()), { paymentId: payment.paymentId, report: succeeded });
    await waiting;
    await expect.poll(async () => (await listeners()).length, { timeout: 5000 }).toBeGreaterThan(0);
    await Promise.all([store.close(), other.close()]);
  });

  it('goes on waiting when it is told of a change that was before', async () => {
    const store = postgresStore(server.openPool());
    const { payment } = await store.claim(claim());
    const admin = server.openPool(1);
    let isOver = false;
    const waiting = store
      .waitForChange(payment.paymentId, payment.version, { timeoutMs: 60_000 })
      .then(() => (isOver = true));
    const listeners = "SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN hajiq_payment'";
    await expect.poll(async () => (await admin.query(listeners)).rows.length).toBeGreaterThan(0);
    for (let late = 0; late < 5; late += 1) {
      await admin.query("SELECT pg_notify('hajiq_payment', $1)", [payment.paymentId]);
    }
    // Whatever was told is heard before the answer to a query that came later.
    await store.find({ paymentId: payment.paymentId });
    expect(isOver).toBe(false);
    await store.keepEvent(event(Date.now()), { paymentId: payment.paymentId, report: succeeded });
    await waiting;
    await store.close();
  });

  it('remembers on disk, through PGlite, what another process of the shop left there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hajiq-pglite-'));
    const first = new PGlite(folder);
    const { payment } = await postgresStore(first).claim(claim());
    await first.close();
    const second = new PGlite(folder);
    expect(await postgresStore(second).find({ paymentId: payment.paymentId })).toEqual([payment]);
    await second.close();
    await rm(folder, { recursive: true });
  });

  it.each([1, 2])('lets a shop with a pool of %i go on while a browser waits', async (max) => {
    const orderId = `ORDER ${crypto.randomUUID()}`;
    const store = postgresStore(server.openPool(max));
    const merchant = merchantFixture({ store, orders: { [orderId]: { amount: 5000, currency: 'USD' } } });
    merchant.sandbox.holdWebhooks();
    const payment = await (await merchant.createPayment({ orderId })).json();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    const waiting = merchant.readStatus(payment, { Prefer: 'wait=20', 'If-None-Match': etag });
    expect((await deliver(merchant, eventFor(merchant, { externalReferenceId: orderId }))).status).toBe(200);
    expect((await (await waiting).json()).status).toBe('succeeded');
    await store.close();
  });

  it.each([
    ['nothing', undefined],
    ['a single connection', new pg.Client({ connectionString: 'postgres://localhost' })],
    ['something else', { query: () => {} }],
  ])('refuses %s as its client, and says what it needs', (_, client) => {
    expect(() => postgresStore(client as never)).toThrow('needs a Pool of pg');
  });
});
