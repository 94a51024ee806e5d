import type { Request } from 'autocannon';
import { createHmac, randomUUID } from 'node:crypto';
import { BASE_PATH, PRICE, toGatewayId, WEBHOOK_SECRET } from './shop.ts';

/** What both servers answer to `POST /payments`. */
export interface MadePayment {
  orderId: string;
  paymentId: string;
  statusToken: string;
}

const json = { 'Content-Type': 'application/json' };

export const toCreate = (orderId: string = randomUUID()): Request => ({
  method: 'POST',
  path: `${BASE_PATH}/payments`,
  headers: json,
  body: JSON.stringify({ orderId }),
});

export const toRead = ({ paymentId, statusToken }: MadePayment): Request => ({
  method: 'GET',
  path: `${BASE_PATH}/payments/${paymentId}`,
  headers: { Authorization: `Bearer ${statusToken}` },
});

/** The event that a payment has succeeded, signed as HajiQ Pay does, or with another secret. */
export function toWebhook({ orderId }: Pick<MadePayment, 'orderId'>, secret = WEBHOOK_SECRET): Request {
  const created = Math.floor(Date.now() / 1000);
  const object = {
    id: toGatewayId(orderId),
    status: 'succeeded',
    ...PRICE,
    externalReferenceId: orderId,
    customerEmail: 'customer@example.com',
    customerName: 'Amina Yusuf',
    completedAt: new Date(created * 1000).toISOString(),
  };
  const event = { id: `evt_${randomUUID()}`, type: 'payment.succeeded', created, data: { object } };
  const body = JSON.stringify(event);
  const mac = createHmac('sha256', secret).update(`${created}.${body}`).digest('hex');
  const headers = {
    ...json,
    'X-HajiQ-Signature': `t=${created},v1=${mac}`,
    'X-HajiQ-Event-Type': event.type,
  };
  return { method: 'POST', path: `${BASE_PATH}/webhook`, headers, body };
}

/** The same with a header that is no signature. */
export function toMalformedWebhook(): Request {
  const webhook = toWebhook({ orderId: randomUUID() });
  return { ...webhook, headers: { ...webhook.headers, 'X-HajiQ-Signature': 't=1,v1=forged' } };
}
