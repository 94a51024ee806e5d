/**
 * Measures how soon a browser that waits at one process hears of a webhook that came to another, over one PostgreSQL
 * server: from sending the webhook to the waiter's answer, which is more than from its commit.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line no-restricted-imports -- fixtures are no part of the package
import { deliveryRequest, nowInSeconds } from '../src/server/delivery.fixture.ts';
// oxlint-disable-next-line no-restricted-imports -- fixtures are no part of the package
import { startPostgres } from '../src/server/store/postgres/postgres.fixture.ts';
import { median, quantile } from './median.ts';

const ROUNDS = 200;
const program = fileURLToPath(
  new URL('../src/server/store/postgres/shopProcess.fixture.ts', import.meta.url),
);

const database = await startPostgres();
const pool = database.openPool(1);
await pool.query('CREATE TABLE fulfilments (payment_id text)');
await pool.query('CREATE TABLE gateway_calls (order_id text)');

async function startShop() {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const port = await new Promise<string>((resolve) => {
    child.stderr.on('data', (text: Buffer) => {
      const found = /listening (\d+)/.exec(String(text))?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { url: `http://127.0.0.1:${port}/api/hajiq`, stop: () => child.kill('SIGKILL') };
}

const [one, two] = await Promise.all([startShop(), startShop()]);

async function measureRound(orderId: string): Promise<number> {
  const created = await fetch(`${one.url}/payments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ orderId }),
  });
  const { paymentId, statusToken } = await created.json();
  const url = `${one.url}/payments/${paymentId}`;
  const headers = { Authorization: `Bearer ${statusToken}` };
  const first = await fetch(url, { headers });
  const etag = first.headers.get('etag') ?? '';
  await first.text();
  const waiting = fetch(url, { headers: { ...headers, Prefer: 'wait=25', 'If-None-Match': etag } });
  // The request is on its way; it has to be held before the webhook comes.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const webhook = await deliveryRequest(`${two.url}/webhook`, {
    id: `evt_${crypto.randomUUID()}`,
    type: 'payment.succeeded',
    created: nowInSeconds(),
    data: { object: { amount: 5000, currency: 'USD', externalReferenceId: orderId } },
  });
  const sentAt = performance.now();
  const [elapsed, { status }] = await Promise.all([
    waiting.then(async (answer) => {
      const body = await answer.json();
      if (body.status !== 'succeeded') throw new Error(`The waiter was told ${body.status}.`);
      return performance.now() - sentAt;
    }),
    fetch(webhook),
  ]);
  if (status !== 200) throw new Error(`The webhook was answered ${status}.`);
  return elapsed;
}

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) times.push(await measureRound(`ORDER-${round}`));
const warm = times.slice(10);
console.log(
  `webhook at one process → answer at the other: median ${median(warm).toFixed(1)} ms, p99 ${quantile(warm, 0.99).toFixed(1)} ms, of ${warm.length}`,
);
one.stop();
two.stop();
await database.stop();
