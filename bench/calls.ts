import type { Request } from 'autocannon';
import { randomUUID } from 'node:crypto';
import { makePayments } from './makePayments.ts';
import { toCreate, toMalformedWebhook, toRead, toWebhook } from './requests.ts';

/** A kind of call that is measured. */
interface Call {
  name: string;
  /** The status that every answer must have. */
  expected: number;
  /** Makes the requests of a round; what they need of the server is done before they are sent. */
  prepare(origin: string, count: number): Promise<Request[]>;
}

const times = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make);

/** So that a server which was asked for a payment before is asked again. */
const FEW = 500;

const repeat = <Item>(items: readonly Item[], count: number) =>
  Array.from({ length: Math.ceil(count / items.length) }, () => items)
    .flat()
    .slice(0, count);

export const calls: readonly Call[] = [
  { name: 'create', expected: 201, prepare: async (_, count) => times(count, () => toCreate()) },
  {
    name: 'create, the same again',
    expected: 200,
    async prepare(origin, count) {
      const payments = await makePayments(origin, FEW);
      return repeat(
        payments.map(({ orderId }) => toCreate(orderId)),
        count,
      );
    },
  },
  {
    name: 'status',
    expected: 200,
    prepare: async (origin, count) => repeat((await makePayments(origin, FEW)).map(toRead), count),
  },
  {
    name: 'webhook',
    expected: 200,
    prepare: async (origin, count) =>
      (await makePayments(origin, count)).map((payment) => toWebhook(payment)),
  },
  {
    name: 'webhook, delivered again',
    expected: 200,
    async prepare(origin, count) {
      const webhooks = (await makePayments(origin, FEW)).map((payment) => toWebhook(payment));
      await Promise.all(webhooks.map(({ path, ...init }) => fetch(`${origin}${path}`, init as RequestInit)));
      return repeat(webhooks, count);
    },
  },
  {
    name: 'forged webhook, wrong MAC',
    expected: 400,
    prepare: async (_, count) => times(count, () => toWebhook({ orderId: randomUUID() }, 'another secret')),
  },
  {
    name: 'forged webhook, malformed',
    expected: 400,
    prepare: async (_, count) => times(count, toMalformedWebhook),
  },
];
