import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryRequest, nowInSeconds } from '../../delivery.fixture.ts';
import { startPostgres } from './postgres.fixture.ts';

const program = fileURLToPath(new URL('shopProcess.fixture.ts', import.meta.url));

interface Shop {
  url: string;
  process: ChildProcess;
}

let database: Awaited<ReturnType<typeof startPostgres>>;
let pool: Pool;
const shops: Shop[] = [];

async function startShop(environment: Record<string, string> = {}): Promise<Shop> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: database.url, ...environment },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += String(text);
      const found = /listening (\d+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The shop has ended: ${said}`)));
  });
  const shop = { url: `http://127.0.0.1:${port}/api/hajiq`, process: child };
  shops.push(shop);
  return shop;
}

const create = async ({ url }: Shop, orderId: string) =>
  fetch(`${url}/payments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ orderId }),
  });

const paidEvent = (orderId: string) => ({
  id: `evt_${crypto.randomUUID()}`,
  type: 'payment.succeeded',
  created: nowInSeconds(),
  data: { object: { amount: 5000, currency: 'USD', externalReferenceId: orderId } },
});

const deliverTo = async ({ url }: Shop, event: unknown) =>
  fetch(await deliveryRequest(`${url}/webhook`, event));

async function count(table: 'fulfilments' | 'gateway_calls', column: string, value: string): Promise<number> {
  const { rows } = await pool.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`, [value]);
  return rows[0].n;
}

let one: Shop;
let two: Shop;

beforeAll(async () => {
  database = await startPostgres();
  pool = database.openPool(3);
  await pool.query('CREATE TABLE fulfilments (payment_id text, at timestamptz DEFAULT now())');
  await pool.query('CREATE TABLE gateway_calls (order_id text)');
  [one, two] = await Promise.all([startShop(), startShop()]);
});

afterAll(async () => {
  for (const shop of shops) shop.process.kill('SIGKILL');
  await database.stop();
});

describe('two processes over one PostgreSQL server', () => {
  it('both make the tables when they are first asked, and neither fails', async () => {
    const answers = await Promise.all([one, two].map((shop, index) => create(shop, `FIRST-${index}`)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('make one intent for an order that both are asked for at once, and give one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, turn) => (await create(turn % 2 ? one : two, 'ORDER-1')).json()),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('gateway_calls', 'order_id', 'ORDER-1')).toBe(1);
  });

  it('fulfil once, of fifty duplicates at once', async () => {
    const { paymentId } = await (await create(one, 'ORDER-2')).json();
    const event = paidEvent('ORDER-2');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => deliverTo(turn % 2 ? one : two, event)),
    );
    expect(new Set(answers.map(({ status }) => status))).toSatisfy((statuses: Set<number>) =>
      [...statuses].every((status) => status === 200 || status === 503),
    );
    // Whoever was told to come again finds it done.
    expect((await deliverTo(one, event)).status).toBe(200);
    expect((await deliverTo(two, event)).status).toBe(200);
    expect(await count('fulfilments', 'payment_id', paymentId)).toBe(1);
  });

  it('wake the browser that waits at one when the webhook comes to the other', async () => {
    const { paymentId, statusToken } = await (await create(one, 'ORDER-3')).json();
    const url = `${one.url}/payments/${paymentId}`;
    const headers = { Authorization: `Bearer ${statusToken}` };
    const etag = (await fetch(url, { headers })).headers.get('etag') ?? '';
    const waiting = fetch(url, { headers: { ...headers, Prefer: 'wait=25', 'If-None-Match': etag } });
    // It is held by a query of its own.
    await expect
      .poll(async () => {
        const { rows } = await pool.query(
          "SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN hajiq_payment'",
        );
        return rows.length;
      })
      .toBeGreaterThan(0);
    expect((await deliverTo(two, paidEvent('ORDER-3'))).status).toBe(200);
    const answer = await waiting;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'succeeded' });
  });

  it('lose no paid order when one of them is killed in the middle of its handler', async () => {
    const doomed = await startShop({ HANGS_AT: 'ORDER-4' });
    const { paymentId } = await (await create(doomed, 'ORDER-4')).json();
    const event = paidEvent('ORDER-4');
    const unanswered = deliverTo(doomed, event).catch(() => 'hung up');
    await expect.poll(() => count('fulfilments', 'payment_id', paymentId)).toBe(1);
    // While it lives, nobody else starts the same work.
    expect((await deliverTo(two, event)).status).toBe(503);
    doomed.process.kill('SIGKILL');
    expect(await unanswered).toBe('hung up');
    await pool.query(`UPDATE hajiq_work SET leased_until = now() WHERE key = $1`, ['fulfil ORDER-4']);
    expect((await deliverTo(two, event)).status).toBe(200);
    expect(await count('fulfilments', 'payment_id', paymentId)).toBe(2);
    expect((await deliverTo(one, event)).status).toBe(200);
    expect(await count('fulfilments', 'payment_id', paymentId)).toBe(2);
  });
});
