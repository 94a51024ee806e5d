import { PGlite } from '@electric-sql/pglite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import { postgresStore } from '../store/postgres/postgresStore.ts';

afterEach(() => void vi.useRealTimers());

describe('a database that was restored to an hour ago', () => {
  it('learns from the gateway what was paid since, and gives it its effect again', async () => {
    const database = new PGlite();
    const merchant = merchantFixture({ store: postgresStore(database) });
    merchant.sandbox.holdWebhooks();
    const payment = await (await merchant.createPayment()).json();
    const backup = await database.dumpDataDir('none');
    await merchant.confirm(payment.clientSecret);
    await deliver(merchant, eventFor(merchant));
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    await database.close();

    const restored = new PGlite({ loadDataDir: backup });
    const after = merchantFixture({
      store: postgresStore(restored),
      fetch: async (input, init) => merchant.sandbox.fetch(new Request(input, init)),
    });
    expect((await (await after.readStatus(payment)).json()).status).toBe('pending');
    vi.useFakeTimers({ now: Date.now() + 60 * 60_000, toFake: ['Date'] });
    expect(await after.handler.sweep()).toMatchObject({ settledPayments: 1, failures: 0 });
    // The shop's own handler knows the payment by its id, and does its work once.
    expect(after.fulfilled).toEqual(['ORDER-1']);
    expect((await after.createPayment()).status).toBe(409);
    await restored.close();
  });
});
