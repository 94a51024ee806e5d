import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, eventFor } from '../delivery.fixture.ts';
import { merchantFixture } from '../merchant.fixture.ts';
import type { PaymentStore } from '../store/PaymentStore.ts';
import { postgresStore, type PostgresStore } from '../store/postgres/postgresStore.ts';

let database: PGlite;
let store: PostgresStore;
beforeAll(async () => {
  database = new PGlite();
  store = postgresStore(database);
  await store.migrate();
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/** A process that dies at a call of its store: before the call, or after it has had its effect. */
function mortalStore(diesAt: number, hasEffect: boolean) {
  let calls = 0;
  let die = () => {};
  const death = new Promise<'died'>((resolve) => (die = () => resolve('died')));
  const mortal: PaymentStore = new Proxy(store, {
    get(target, method: keyof PaymentStore) {
      const call = target[method] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        calls += 1;
        if (calls < diesAt) return call(...args);
        if (calls === diesAt && hasEffect) await call(...args);
        die();
        // What is dead does nothing more, and nobody hears of it.
        return new Promise(() => {});
      };
    },
  });
  return { mortal, death };
}

/** Lets a process die while it takes a delivery, and another take its place. */
async function lifeAfter(diesAt: number, hasEffect: boolean) {
  const orderId = `order ${crypto.randomUUID()}`;
  const orders = { [orderId]: { amount: 5000, currency: 'USD' } };
  const fulfilled: string[] = [];
  const onPaymentSucceeded = () => void fulfilled.push(orderId);
  const first = merchantFixture({ orders, store, onPaymentSucceeded });
  first.sandbox.holdWebhooks();
  const payment = await (await first.createPayment({ orderId })).json();
  const event = eventFor(first, { externalReferenceId: orderId });

  const { mortal: dying, death } = mortalStore(diesAt, hasEffect);
  const fetch: typeof globalThis.fetch = async (input, init) => first.sandbox.fetch(new Request(input, init));
  const mortal = merchantFixture({ orders, store: dying, onPaymentSucceeded, fetch });
  const end = await Promise.race([deliver(mortal, event).then(({ status }) => status), death]);
  // Its leases run out.
  await database.query(`UPDATE hajiq_work SET leased_until = '-infinity' WHERE done_at IS NULL`);

  const heir = merchantFixture({ orders, store, onPaymentSucceeded, fetch });
  const redelivered = (await deliver(heir, event)).status;
  const status = (await (await heir.readStatus(payment)).json()).status;
  return { end, redelivered, status, fulfilled: fulfilled.length };
}

describe('a process that dies while it takes a delivery', () => {
  it('leaves no payment paid and not fulfilled, wherever it dies', async () => {
    const ends = [];
    for (let diesAt = 1; diesAt < 40; diesAt += 1) {
      for (const hasEffect of [false, true]) {
        const life = await lifeAfter(diesAt, hasEffect);
        expect(life, `dying at call ${diesAt}`).toMatchObject({ redelivered: 200, status: 'succeeded' });
        // Twice only where it died between the handler's return and the mark that says so.
        expect(life.fulfilled).toBeGreaterThanOrEqual(1);
        expect(life.fulfilled).toBeLessThanOrEqual(2);
        ends.push(life);
      }
      if (ends.at(-1)?.end === 200) break;
    }
    // It was tried at every call, to the very end.
    expect(ends.at(-1)?.end).toBe(200);
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.filter(({ fulfilled }) => fulfilled === 2).length).toBeLessThanOrEqual(1);
  }, 60_000);
});

describe('a process that dies while it makes a payment', () => {
  /** Lets a process die while it makes a payment, and the customer ask another for it. */
  async function lifeAfterCreating(diesAt: number, hasEffect: boolean) {
    const orderId = `order ${crypto.randomUUID()}`;
    const orders = { [orderId]: { amount: 5000, currency: 'USD' } };
    const { mortal: dying, death } = mortalStore(diesAt, hasEffect);
    const heir = merchantFixture({ orders, store });
    const fetch: typeof globalThis.fetch = async (input, init) =>
      heir.sandbox.fetch(new Request(input, init));
    const mortal = merchantFixture({ orders, store: dying, fetch });
    const end = await Promise.race([mortal.createPayment({ orderId }).then(({ status }) => status), death]);
    await database.query(`UPDATE hajiq_work SET leased_until = '-infinity' WHERE done_at IS NULL`);

    const again = await heir.createPayment({ orderId });
    const { clientSecret } = await again.json();
    await heir.confirm(clientSecret);
    await expect.poll(() => heir.fulfilled).toEqual([orderId]);
    return { end, status: again.status };
  }

  it('leaves the order payable by the next one who is asked, wherever it dies', async () => {
    const ends = [];
    for (let diesAt = 1; diesAt < 20; diesAt += 1) {
      for (const hasEffect of [false, true]) ends.push(await lifeAfterCreating(diesAt, hasEffect));
      if (ends.at(-1)?.end === 201) break;
    }
    expect(ends.at(-1)?.end).toBe(201);
    expect(ends.length).toBeGreaterThan(6);
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([200, 201]));
  }, 60_000);
});
