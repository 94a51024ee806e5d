import { once } from 'node:events';
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePayments } from './makePayments.ts';
import { quantile } from './median.ts';
import { toRead, toWebhook, type MadePayment } from './requests.ts';
import type { Reading } from './serve.ts';
import { startServer, type RunningServer, type Side } from './startServer.ts';

export interface WaitersResult {
  /** How many browsers were held. */
  count: number;
  /** Bytes that each of them takes of the process and of its heap, its connection with it. */
  rss: number;
  heap: number;
  /** Milliseconds from sending a webhook until its waiter has the answer. */
  latency: { p50: number; p99: number; max: number };
  /** How late the event loop was meanwhile, in milliseconds. */
  delay: Reading['delay'];
}

/** How many requests are opened at once: fewer than the kernel queues. */
const BATCH = 200;
/** How many of the waiters get their webhook, and the milliseconds between two. */
const WOKEN = 300;
const GAP_MS = 5;

interface Waiter {
  payment: MadePayment;
  request: ClientRequest;
  answered: Promise<IncomingMessage>;
}

type Sendable = ReturnType<typeof toRead>;

function send(
  origin: string,
  { path, method, headers, body }: Sendable,
  agent: Agent | false,
): ClientRequest {
  const request = httpRequest(`${origin}${path}`, { method, headers, agent });
  return request.end(body);
}

const toAnswer = async (request: ClientRequest) => {
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response.resume();
};

async function openWaiter(origin: string, payment: MadePayment, etag: string): Promise<Waiter> {
  const read = toRead(payment);
  const headers = { ...read.headers, Prefer: 'wait=25', 'If-None-Match': etag };
  const request = send(origin, { ...read, headers }, false);
  const answered = toAnswer(request);
  // Those that are let go at the end.
  answered.catch(() => {});
  const [socket] = await once(request, 'socket');
  await once(socket, 'connect');
  return { payment, request, answered };
}

/** Resolves when the server has nothing left to do. */
async function untilIdle(server: RunningServer): Promise<void> {
  for (let before = 0, now = 1; now - before > 5_000; before = now, now = (await server.ask('read')).cpu) {
    await sleep(100);
  }
}

/** Wakes some of the waiters, one after the other, and returns how long each webhook took to reach its waiter. */
async function wake(origin: string, waiters: readonly Waiter[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const latencies: number[] = [];
  for (const { payment, answered } of waiters.slice(0, WOKEN)) {
    const webhook = toWebhook(payment);
    const startedAt = performance.now();
    const acknowledged = toAnswer(send(origin, webhook, agent));
    const { statusCode } = await answered;
    latencies.push(performance.now() - startedAt);
    if (statusCode !== 200) throw new Error('A waiter was not woken by its webhook: hold fewer.');
    await acknowledged;
    await sleep(GAP_MS);
  }
  agent.destroy();
  return latencies;
}

async function measure(server: RunningServer, count: number): Promise<WaitersResult> {
  const { origin } = server;
  const payments = await makePayments(origin, count);
  const [first] = payments;
  if (first === undefined) throw new Error('There is no waiter to hold.');
  const etag = (await toAnswer(send(origin, toRead(first), false))).headers.etag ?? '';
  await untilIdle(server);
  await server.ask('settle');
  // What was made for the payments is only let go a moment after it is found to be garbage.
  await sleep(500);
  const before = await server.ask('settle');

  const waiters: Waiter[] = [];
  while (waiters.length < count) {
    const batch = payments.slice(waiters.length, waiters.length + BATCH);
    waiters.push(...(await Promise.all(batch.map((payment) => openWaiter(origin, payment, etag)))));
  }
  await untilIdle(server);
  const held = await server.ask('settle');
  const latencies = await wake(origin, waiters);
  const { delay } = await server.ask('read');
  // The others are held still, if the one that has waited longest is.
  const [eldest] = waiters.slice(WOKEN);
  const isAnswered = await Promise.race([eldest?.answered.then(() => true), sleep(0, false)]);
  waiters.forEach(({ request }) => request.destroy());
  if (isAnswered === true) throw new Error('Not all waiters were held: hold fewer.');
  return {
    count,
    rss: (held.rss - before.rss) / count,
    heap: (held.heap - before.heap) / count,
    latency: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), max: Math.max(...latencies) },
    delay,
  };
}

/** Measures what browsers cost that wait for their payment to change, on a fresh server. */
export async function measureWaiters(side: Side, count: number, store: string): Promise<WaitersResult> {
  const server = await startServer(side, store);
  try {
    return await measure(server, count);
  } finally {
    server.stop();
  }
}
