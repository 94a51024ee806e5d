import { describe, expect, it } from 'vitest';
import { merchantFixture } from '../merchant.fixture.ts';
import { createSandbox, GATEWAY_PATH } from '../../sandbox/createSandbox.ts';
import { createGatewayClient } from './createGatewayClient.ts';

/** The real client at the real sandbox, with no socket between them. */
function clientFixture(sandbox = createSandbox(), apiKey = 'hqp_test_sandbox') {
  return createGatewayClient({
    apiKey,
    baseUrl: `http://localhost:4311${GATEWAY_PATH}`,
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
}

const order = {
  amount: 5000,
  currency: 'USD',
  externalReferenceId: 'ORDER-1',
  customerName: 'A. Customer',
} as const;

describe('the gateway client at the sandbox', () => {
  it('creates, reads and refunds, and reads the refund', async () => {
    const merchant = merchantFixture();
    const { paymentIntents, refunds } = clientFixture(merchant.sandbox);
    const { clientSecret, id = '' } = await paymentIntents.create(order);
    const created = { ...order, id, status: 'pending' };
    expect(await paymentIntents.retrieve(id)).toEqual(created);
    await merchant.confirm(clientSecret);
    expect(await paymentIntents.retrieve(id)).toEqual({
      ...created,
      status: 'succeeded',
      completedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const part = await refunds.create({ paymentId: id, amount: 2000, reason: 'late' });
    expect(part).toEqual({
      id: expect.any(String),
      paymentId: id,
      amount: 2000,
      currency: 'USD',
      status: 'succeeded',
    });
    expect(await refunds.retrieve(part.id)).toEqual(part);
    expect(await refunds.create({ paymentId: id })).toMatchObject({ amount: 3000 });
    expect(await paymentIntents.retrieve(id)).toMatchObject({ status: 'refunded' });
  });

  it('cancels, and finds what is cancelled cancelled', async () => {
    const { paymentIntents } = clientFixture();
    const { id = '' } = await paymentIntents.create(order);
    expect(await paymentIntents.cancel(id)).toEqual({ ...order, id, status: 'cancelled' });
    expect(await paymentIntents.cancel(id)).toEqual({ ...order, id, status: 'cancelled' });
  });

  it('is told why not', async () => {
    const merchant = merchantFixture();
    const { paymentIntents, refunds } = clientFixture(merchant.sandbox);
    const { clientSecret, id = '' } = await paymentIntents.create(order);
    const refused = (gatewayCode: string) => ({ name: 'GatewayError', code: 'gateway_refused', gatewayCode });
    await expect(refunds.create({ paymentId: id })).rejects.toMatchObject(refused('PAYMENT_NOT_REFUNDABLE'));
    await merchant.confirm(clientSecret);
    await expect(refunds.create({ paymentId: id, amount: 5001 })).rejects.toMatchObject(
      refused('INVALID_REFUND_AMOUNT'),
    );
    await expect(paymentIntents.cancel(id)).rejects.toMatchObject(refused('PAYMENT_CANNOT_BE_CANCELLED'));
    await expect(paymentIntents.retrieve('a/../b')).rejects.toMatchObject(refused('PAYMENT_NOT_FOUND'));
    await expect(refunds.retrieve('r1')).rejects.toMatchObject(refused('REFUND_NOT_FOUND'));
    const stranger = clientFixture(merchant.sandbox, 'hqp_test_another');
    await expect(stranger.paymentIntents.retrieve(id)).rejects.toMatchObject(refused('INVALID_API_KEY'));
  });
});

describe('a refund at the gateway', () => {
  it('reaches the customer’s page by the webhook', async () => {
    const merchant = merchantFixture();
    const payment = await (await merchant.createPayment()).json();
    await merchant.confirm(payment.clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
    const id = merchant.sandbox.payments()[0]?.id ?? '';
    await clientFixture(merchant.sandbox).refunds.create({ paymentId: id });
    await expect
      .poll(async () => (await merchant.readStatus(payment)).json())
      .toMatchObject({ status: 'refunded' });
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });
});
