import { signWebhook } from '../webhooks/signWebhook.ts';
import type { MerchantFixture } from './merchant.fixture.ts';

const SECRET = 'whsec_test_sandbox';

export const nowInSeconds = () => Math.floor(Date.now() / 1000);

interface DeliveryOptions {
  /** The secret it is signed with. */
  key?: string;
  /** How long ago it was signed, in seconds. */
  age?: number;
  headers?: Record<string, string>;
}

/** Makes a signed delivery, as HajiQ Pay posts it. */
export async function deliveryRequest(
  url: string,
  event: unknown,
  { key = SECRET, age = 0, headers = {} }: DeliveryOptions = {},
): Promise<Request> {
  const body = new TextEncoder().encode(typeof event === 'string' ? event : JSON.stringify(event));
  return new Request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-HajiQ-Signature': await signWebhook(body, key, nowInSeconds() - age),
      ...headers,
    },
    body,
  });
}

/** Posts a delivery to the merchant. */
export async function deliver(merchant: MerchantFixture, event: unknown, options?: DeliveryOptions) {
  return merchant.handler(await deliveryRequest('http://localhost:4310/api/hajiq/webhook', event, options));
}

/** An event about the merchant's first payment, as it was created. */
export function eventFor(
  merchant: MerchantFixture,
  changes: Record<string, unknown> = {},
  type = 'payment.succeeded',
) {
  const payment = merchant.sandbox.payments()[0];
  return {
    id: `evt_${crypto.randomUUID()}`,
    type,
    created: nowInSeconds(),
    data: {
      object: {
        id: payment?.id,
        status: type.slice('payment.'.length),
        amount: 5000,
        currency: 'USD',
        externalReferenceId: 'ORDER-1',
        ...changes,
      },
    },
  };
}
