import { describe, expect, it } from 'vitest';
import { createSandbox, GATEWAY_PATH } from '../../createSandbox.ts';

const origin = 'http://localhost:4311';
const AUTHENTICATES = '4000000000003220';
const DECLINES = '4000000000000002';

/** A sandbox with one payment of 5000, and the events it delivers. */
async function paymentFixture() {
  const events: { type: string; data: { object: Record<string, unknown> } }[] = [];
  const sandbox = createSandbox({
    webhookUrl: 'http://localhost:4310/webhook',
    fetch: async (input, init) => {
      events.push(await new Request(input, init).json());
      return new Response();
    },
  });

  const call = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const response = await sandbox.fetch(
      new Request(`${origin}${GATEWAY_PATH}${path}`, {
        method,
        headers: { 'X-API-Key': 'hqp_test_sandbox' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: await response.json() };
  };

  const created = await call('POST', '/payment-intents', { amount: 5000, currency: 'usd' });
  const { id, clientSecret } = created.body.data;
  const intent = `${origin}/v1/payment_intents/${clientSecret.split('_secret_')[0]}`;
  const headers = { Authorization: 'Bearer pk_test_sandbox' };
  const post = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ client_secret: clientSecret, ...fields });
    const response = await sandbox.fetch(new Request(`${intent}${path}`, { method: 'POST', headers, body }));
    return { status: response.status, body: await response.json() };
  };

  return {
    sandbox,
    /** The payment in the event of this type that was delivered. */
    event: (type: string) => events.find((event) => event.type === type)?.data.object,
    call,
    cancel: () => call('POST', `/payment-intents/${id}/cancel`),
    refund: (body?: unknown) => call('POST', `/payment-intents/${id}/refunds`, body),
    read: async () => (await call('GET', `/payment-intents/${id}`)).body.data,
    readIntent: async () =>
      (await sandbox.fetch(new Request(`${intent}?client_secret=${clientSecret}`, { headers }))).json(),
    authenticate: () => post('/three_d_secure_outcome', { outcome: 'complete' }),
    confirm: (number = '4242424242424242') =>
      post('/confirm', {
        'payment_method_data[type]': 'card',
        'payment_method_data[card][number]': number,
        'payment_method_data[card][exp_month]': '12',
        'payment_method_data[card][exp_year]': String(new Date().getFullYear() + 1),
      }),
  };
}

const refusal = (status: number, code: string) => ({
  status,
  body: { success: false, error: { code, message: expect.any(String) } },
});

describe('cancelling a payment', () => {
  it.each([
    ['pending', undefined],
    ['failed', DECLINES],
    ['processing', AUTHENTICATES],
  ])('that is %s cancels the intent under it, and is reported', async (status, card) => {
    const payment = await paymentFixture();
    if (card !== undefined) await payment.confirm(card);
    expect(await payment.read()).toMatchObject({ status });
    expect(await payment.cancel()).toMatchObject({
      status: 200,
      body: { success: true, data: { status: 'cancelled', amount: 5000 } },
    });
    expect(await payment.read()).toMatchObject({ status: 'cancelled' });
    expect(await payment.readIntent()).toMatchObject({
      status: 'canceled',
      canceled_at: expect.any(Number),
      next_action: null,
    });
    await expect.poll(() => payment.event('payment.cancelled')).toMatchObject({ status: 'cancelled' });
  });

  it('ends it: no card is charged any more', async () => {
    const payment = await paymentFixture();
    await payment.confirm(AUTHENTICATES);
    await payment.cancel();
    const unexpected = {
      status: 400,
      body: { error: { code: 'payment_intent_unexpected_state', payment_intent: { status: 'canceled' } } },
    };
    const confirmed = await payment.confirm();
    expect(confirmed).toMatchObject(unexpected);
    expect(confirmed.body.error.message).toContain('cannot confirm');
    expect(await payment.authenticate()).toMatchObject(unexpected);
    expect(payment.sandbox.payments()[0]?.attempts).toHaveLength(1);
    expect(await payment.read()).toMatchObject({ status: 'cancelled' });
  });

  it('is refused when it is paid, returned or cancelled', async () => {
    const paid = await paymentFixture();
    await paid.confirm();
    expect(await paid.cancel()).toEqual(refusal(400, 'PAYMENT_CANNOT_BE_CANCELLED'));
    await paid.refund();
    expect(await paid.cancel()).toEqual(refusal(400, 'PAYMENT_CANNOT_BE_CANCELLED'));
    const cancelled = await paymentFixture();
    await cancelled.cancel();
    expect(await cancelled.cancel()).toEqual(refusal(400, 'PAYMENT_CANNOT_BE_CANCELLED'));
    expect(cancelled.sandbox.deliveries()).toHaveLength(1);
  });

  it('is refused when there is none', async () => {
    const { call } = await paymentFixture();
    expect(await call('POST', '/payment-intents/another/cancel')).toEqual(refusal(404, 'PAYMENT_NOT_FOUND'));
  });
});

describe('refunding a payment', () => {
  it('returns all that is left, in parts or at once, and is reported when nothing is left', async () => {
    const payment = await paymentFixture();
    await payment.confirm();
    const part = await payment.refund({ amount: 2000, reason: 'late' });
    expect(part).toMatchObject({
      status: 201,
      body: { success: true, data: { amount: 2000, currency: 'USD', status: 'succeeded', reason: 'late' } },
    });
    expect(await payment.read()).toMatchObject({ status: 'succeeded' });
    expect((await payment.refund()).body.data).toMatchObject({ amount: 3000 });
    expect(await payment.read()).toMatchObject({ status: 'refunded' });
    expect(await payment.readIntent()).toMatchObject({ status: 'succeeded' });
    await expect
      .poll(() => payment.event('payment.refunded'))
      .toMatchObject({ status: 'refunded', amount: 5000 });
    expect(payment.sandbox.deliveries()).toHaveLength(2);
    expect(await payment.call('GET', `/refunds/${part.body.data.id}`)).toEqual({
      status: 200,
      body: part.body,
    });
    expect(await payment.refund({ amount: 1 })).toEqual(refusal(400, 'PAYMENT_NOT_REFUNDABLE'));
  });

  it.each([0, -1, 1.5, 5001, '100', true])('refuses the amount %s', async (amount) => {
    const payment = await paymentFixture();
    await payment.confirm();
    expect(await payment.refund({ amount })).toEqual(refusal(400, 'INVALID_REFUND_AMOUNT'));
    expect(await payment.read()).toMatchObject({ status: 'succeeded' });
  });

  it('refuses more than the rest, and takes the rest', async () => {
    const payment = await paymentFixture();
    await payment.confirm();
    await payment.refund({ amount: 4000 });
    expect(await payment.refund({ amount: 1001 })).toEqual(refusal(400, 'INVALID_REFUND_AMOUNT'));
    expect(await payment.refund({ amount: 1000 })).toMatchObject({ status: 201 });
  });

  it.each([['{'], [[]], [{ reason: 7 }]])('refuses the body %j', async (body) => {
    const payment = await paymentFixture();
    await payment.confirm();
    expect(await payment.refund(body)).toEqual(refusal(400, 'VALIDATION_ERROR'));
  });

  it.each([
    ['pending', undefined],
    ['failed', DECLINES],
    ['processing', AUTHENTICATES],
  ])('is refused while it is %s', async (_, card) => {
    const payment = await paymentFixture();
    if (card !== undefined) await payment.confirm(card);
    expect(await payment.refund()).toEqual(refusal(400, 'PAYMENT_NOT_REFUNDABLE'));
  });

  it('is refused when it is cancelled, and when there is none', async () => {
    const payment = await paymentFixture();
    await payment.cancel();
    expect(await payment.refund()).toEqual(refusal(400, 'PAYMENT_NOT_REFUNDABLE'));
    expect(await payment.call('POST', '/payment-intents/another/refunds')).toEqual(
      refusal(404, 'PAYMENT_NOT_FOUND'),
    );
    expect(await payment.call('GET', '/refunds/another')).toEqual(refusal(404, 'REFUND_NOT_FOUND'));
  });
});
