/** The least that answers the same calls: `node:http`, `node:crypto` and a Map. No price, no claim, no lease, no guard. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from './serve.ts';
import { API_KEY, BASE_PATH, PRICE, WEBHOOK_SECRET } from './shop.ts';

interface BarePayment {
  paymentId: string;
  orderId: string;
  status: string;
  version: number;
}

const payments = new Map<string, BarePayment>();
const paymentsByOrder = new Map<string, BarePayment>();
const seenEvents = new Set<string>();
const waiters = new Map<string, () => void>();

const toMac = (secret: string, data: string | Buffer) => createHmac('sha256', secret).update(data).digest();

function answer(outgoing: ServerResponse, status: number, body: unknown, headers = {}): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  outgoing.end(JSON.stringify(body));
}

function readBody(incoming: IncomingMessage, use: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => use(Buffer.concat(chunks)));
}

function createPayment(body: Buffer, outgoing: ServerResponse): void {
  const { orderId } = JSON.parse(body.toString()) as { orderId: string };
  const known = paymentsByOrder.get(orderId);
  const payment = known ?? { paymentId: randomUUID(), orderId, status: 'pending', version: 1 };
  payments.set(payment.paymentId, payment);
  paymentsByOrder.set(orderId, payment);
  const statusToken = toMac(API_KEY, payment.paymentId).toString('base64url');
  const { paymentId, status } = payment;
  const clientSecret = `pi_${payments.size}_secret_${payments.size}`;
  answer(outgoing, known ? 200 : 201, { paymentId, clientSecret, statusToken, status, ...PRICE });
}

function readStatus(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const paymentId = incoming.url?.split('/').at(-1) ?? '';
  const token = Buffer.from(incoming.headers.authorization?.slice('Bearer '.length) ?? '', 'base64url');
  const expected = toMac(API_KEY, paymentId);
  const payment = payments.get(paymentId);
  if (payment === undefined || token.length !== expected.length || !timingSafeEqual(token, expected)) {
    return answer(outgoing, 401, { error: 'unauthorized' });
  }
  const tell = () =>
    answer(outgoing, 200, { paymentId, status: payment.status, ...PRICE }, { ETag: `"v${payment.version}"` });
  const seconds = Number(incoming.headers.prefer?.slice('wait='.length) ?? 0);
  if (seconds === 0) return tell();
  const timer = setTimeout(tell, seconds * 1000);
  waiters.set(paymentId, () => {
    clearTimeout(timer);
    tell();
  });
}

function receiveWebhook(body: Buffer, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const signature = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(incoming.headers['x-hajiq-signature']));
  const [, timestamp, mac = ''] = signature ?? [];
  const expected = toMac(WEBHOOK_SECRET, Buffer.concat([Buffer.from(`${timestamp}.`), body]));
  if (signature === null || !timingSafeEqual(Buffer.from(mac, 'hex'), expected)) {
    return answer(outgoing, 400, { error: 'forged' });
  }
  const event = JSON.parse(body.toString()) as {
    id: string;
    data: { object: { externalReferenceId: string; status: string } };
  };
  const payment = paymentsByOrder.get(event.data.object.externalReferenceId);
  if (payment !== undefined && !seenEvents.has(event.id)) {
    seenEvents.add(event.id);
    payment.status = event.data.object.status;
    payment.version += 1;
    waiters.get(payment.paymentId)?.();
    waiters.delete(payment.paymentId);
  }
  answer(outgoing, 200, 'OK');
}

serve((incoming, outgoing) => {
  if (incoming.method === 'GET') return readStatus(incoming, outgoing);
  readBody(incoming, (body) =>
    incoming.url === `${BASE_PATH}/payments`
      ? createPayment(body, outgoing)
      : receiveWebhook(body, incoming, outgoing),
  );
});
