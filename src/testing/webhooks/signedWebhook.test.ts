import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, GATEWAY_PATH } from '../../sandbox/createSandbox.ts';
import { createHajiqHandler } from '../../server/createHajiqHandler.ts';
import { signedWebhook, webhookEvent } from '../index.ts';

const SECRET = 'whsec_of_this_shop';
const SHOP = 'http://localhost/api/hajiq';

/** A merchant's shop with one order that is being paid. */
async function shopFixture() {
  const sandbox = createSandbox({ webhookSecret: SECRET });
  const fulfilled: string[] = [];
  const handler = createHajiqHandler({
    apiKey: 'hqp_test_sandbox',
    webhookSecret: SECRET,
    gatewayUrl: `http://localhost:4311${GATEWAY_PATH}`,
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    allowNonBrowsers: true,
    resolveOrder: () => ({ amount: 5000, currency: 'USD' }),
    onPaymentSucceeded: ({ orderId }) => void fulfilled.push(orderId),
    logger: { info() {}, warn() {}, error() {} },
  });
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ orderId: 'ORDER-1' });
  await handler(new Request(`${SHOP}/payments`, { method: 'POST', headers, body }));
  return { handler, fulfilled };
}

const payment = { externalReferenceId: 'ORDER-1', amount: 5000, currency: 'USD' } as const;
const paid = { type: 'payment.succeeded', payment };

describe('a signed webhook', () => {
  let shop: Awaited<ReturnType<typeof shopFixture>>;
  beforeEach(async () => {
    shop = await shopFixture();
  });

  it('fulfils the order it is about', async () => {
    const answer = await shop.handler(await signedWebhook(paid, SECRET));
    expect(answer.status).toBe(200);
    expect(shop.fulfilled).toEqual(['ORDER-1']);
  });

  it('fulfils once when it comes twice', async () => {
    const event = webhookEvent(paid);
    const [first, second] = [await signedWebhook(event, SECRET), await signedWebhook(event, SECRET)];
    expect(first.headers.get('x-hajiq-delivery-id')).not.toBe(second.headers.get('x-hajiq-delivery-id'));
    expect((await shop.handler(first)).status).toBe(200);
    expect((await shop.handler(second)).status).toBe(200);
    expect(shop.fulfilled).toEqual(['ORDER-1']);
  });

  it('is refused when it is forged', async () => {
    const answer = await shop.handler(await signedWebhook(paid, SECRET, { isForged: true }));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'signature_mismatch' } });
    expect(shop.fulfilled).toEqual([]);
  });

  it('is not believed when it is stale', async () => {
    await shop.handler(await signedWebhook(paid, SECRET, { signedSecondsAgo: 301 }));
    expect(shop.fulfilled).toEqual([]);
  });

  it('is of the future when its clock is', async () => {
    const answer = await shop.handler(await signedWebhook(paid, SECRET, { signedSecondsAgo: -301 }));
    expect(await answer.json()).toMatchObject({ error: { code: 'future_signature' } });
  });

  it('goes where it is sent', async () => {
    const url = 'https://shop.example/hooks/hajiq';
    expect((await signedWebhook(paid, SECRET, { url })).url).toBe(url);
  });

  it('is not signed with what is no webhook secret', async () => {
    await expect(signedWebhook(paid, 'hqp_live_canary_key')).rejects.toThrow('another kind of key');
  });
});
