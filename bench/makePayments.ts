import { randomUUID } from 'node:crypto';
import { toCreate, type MadePayment } from './requests.ts';

const BATCH = 100;

async function makePayment(origin: string): Promise<MadePayment> {
  const orderId = randomUUID();
  const { path, method, headers, body } = toCreate(orderId);
  const init = { method, headers, body } as RequestInit;
  const response = await fetch(`${origin}${path}`, init);
  if (response.status !== 201) throw new Error(`A payment was answered ${response.status}.`);
  return { ...((await response.json()) as Omit<MadePayment, 'orderId'>), orderId };
}

/** Makes so many payments, each of an order of its own. */
export async function makePayments(origin: string, count: number): Promise<MadePayment[]> {
  const made: MadePayment[] = [];
  while (made.length < count) {
    const batch = Array.from({ length: Math.min(BATCH, count - made.length) }, () => makePayment(origin));
    made.push(...(await Promise.all(batch)));
  }
  return made;
}
