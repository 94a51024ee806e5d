import { describe, expect, it } from 'vitest';
import { merchantFixture, type MerchantFixture } from './merchant.fixture.ts';

const create = async (merchant: MerchantFixture) => (await merchant.createPayment()).json();
const reprice = (merchant: MerchantFixture, amount: number) => {
  merchant.orders['ORDER-1'] = { amount, currency: 'USD' };
};
const statusOf = async (merchant: MerchantFixture, payment: { paymentId: string; statusToken: string }) =>
  (await (await merchant.readStatus(payment)).json()).status;

/** A gateway that has no way to cancel, for that is an inference: its old secrets stay alive. */
function uncancellingFixture(): MerchantFixture {
  const merchant: MerchantFixture = merchantFixture({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return request.url.endsWith('/cancel')
        ? new Response('<h1>Not found</h1>', { status: 404 })
        : merchant.sandbox.fetch(request);
    },
  });
  return merchant;
}

describe('an order whose price changes', () => {
  it('gets a new payment, and the old secret is released no more', async () => {
    const merchant = merchantFixture();
    const old = await create(merchant);
    reprice(merchant, 7000);
    const now = await create(merchant);
    expect(now.amount).toBe(7000);
    expect(now.clientSecret).not.toBe(old.clientSecret);
    expect((await create(merchant)).clientSecret).toBe(now.clientSecret);
  });

  it('withdraws the old payment at the gateway, so that its secret charges no more', async () => {
    const cancelled: string[] = [];
    const merchant = merchantFixture({
      onPaymentCancelled: ({ paymentId }) => void cancelled.push(paymentId),
    });
    const old = await create(merchant);
    reprice(merchant, 7000);
    await create(merchant);
    expect(merchant.sandbox.payments().map(({ status }) => status)).toEqual(['cancelled', 'pending']);
    expect((await merchant.confirm(old.clientSecret)).status).toBe(400);
    // That is no news of the order, which goes on.
    await expect.poll(() => merchant.sandbox.deliveries()[0]?.state).toBe('delivered');
    expect(cancelled).toEqual([]);
    expect(await statusOf(merchant, old)).toBe('cancelled');
  });

  it('makes no other payment when the old one cannot be withdrawn because it is paid', async () => {
    const merchant = merchantFixture();
    merchant.sandbox.holdWebhooks();
    const old = await create(merchant);
    await merchant.confirm(old.clientSecret);
    reprice(merchant, 7000);
    const answer = await merchant.createPayment();
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ payment: { paymentId: old.paymentId, status: 'succeeded' } });
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('gets its first payment back with its first price: one secret for each order and price', async () => {
    const merchant = uncancellingFixture();
    const first = await create(merchant);
    reprice(merchant, 7000);
    await create(merchant);
    reprice(merchant, 5000);
    const again = await create(merchant);
    expect(again.clientSecret).toBe(first.clientSecret);
    await merchant.confirm(first.clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('is not sold again when the old payment is paid: the money is remembered, and a person is asked', async () => {
    const merchant = uncancellingFixture();
    const old = await create(merchant);
    reprice(merchant, 7000);
    await create(merchant);
    await merchant.confirm(old.clientSecret);
    await expect.poll(() => merchant.log.join('\n')).toContain('the price of the order has changed since');
    expect(merchant.fulfilled).toEqual([]);
    expect(await statusOf(merchant, old)).toBe('succeeded');
    const answer = await merchant.createPayment();
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      payment: { paymentId: old.paymentId, status: 'succeeded', amount: 5000 },
    });
  });

  it('is not sold again when it was paid and repriced before the webhook came', async () => {
    const merchant = merchantFixture();
    merchant.sandbox.holdWebhooks();
    const old = await create(merchant);
    await merchant.confirm(old.clientSecret);
    reprice(merchant, 7000);
    await create(merchant);
    merchant.sandbox.releaseWebhooks();
    await expect.poll(() => statusOf(merchant, old)).toBe('succeeded');
    expect((await merchant.createPayment()).status).toBe(409);
  });

  it('keeps a payment on which money has moved, whatever the price is now', async () => {
    const merchant = merchantFixture();
    const paid = await create(merchant);
    await merchant.confirm(paid.clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    reprice(merchant, 9000);
    expect((await merchant.createPayment()).status).toBe(409);
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('fulfils once when both its payments are charged, and says so', async () => {
    const merchant = uncancellingFixture();
    const old = await create(merchant);
    reprice(merchant, 7000);
    const now = await create(merchant);
    await merchant.confirm(now.clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    await merchant.confirm(old.clientSecret);
    await expect.poll(() => merchant.log.join('\n')).toContain('money arrived and nothing was fulfilled');
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('goes back to its first payment when the new price was gone before it could be offered', async () => {
    let asked = 0;
    const merchant = merchantFixture({
      resolveOrder: () => {
        asked += 1;
        // The second customer's basket is emptied while it is priced.
        if (asked === 3) return null;
        return { amount: asked === 2 ? 7000 : 5000, currency: 'USD' };
      },
    });
    const first = await create(merchant);
    expect((await merchant.createPayment()).status).toBe(404);
    await merchant.confirm(first.clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('releases no secret of a payment that was overtaken while it was made', async () => {
    let finishFirst = () => {};
    const firstIsSlow = new Promise<void>((resolve) => (finishFirst = resolve));
    let calls = 0;
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        calls += 1;
        if (calls === 1) await firstIsSlow;
        return merchant.sandbox.fetch(new Request(input, init));
      },
    });
    const overtaken = merchant.createPayment();
    await expect.poll(() => calls).toBe(1);
    reprice(merchant, 7000);
    expect((await create(merchant)).amount).toBe(7000);
    finishFirst();
    const answer = await overtaken;
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('_secret_');
  });

  it('does not let a request that asked for the price earlier withdraw the payment at the new one', async () => {
    let answerOld = () => {};
    let asked = 0;
    const merchant = merchantFixture({
      resolveOrder: async () => {
        asked += 1;
        if (asked !== 1) return { amount: 7000, currency: 'USD' };
        await new Promise<void>((resolve) => (answerOld = resolve));
        return { amount: 5000, currency: 'USD' };
      },
    });
    const slow = merchant.createPayment();
    await expect.poll(() => asked).toBe(1);
    const now = await create(merchant);
    answerOld();
    expect(await (await slow).json()).toMatchObject({ amount: 7000, clientSecret: now.clientSecret });
    await merchant.confirm(now.clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
  });
});

describe('an order whose payment was cancelled', () => {
  async function cancelledFixture() {
    const merchant = merchantFixture();
    const cancelled = await create(merchant);
    merchant.sandbox.holdWebhooks();
    await merchant.reportStatus('payment.cancelled');
    return { merchant, cancelled };
  }

  it('gets a new one', async () => {
    const { merchant, cancelled } = await cancelledFixture();
    const next = await create(merchant);
    expect(next.clientSecret).not.toBe(cancelled.clientSecret);
  });

  it('is fulfilled when the cancelled one is paid after all, and not sold again', async () => {
    const { merchant, cancelled } = await cancelledFixture();
    await create(merchant);
    merchant.sandbox.releaseWebhooks();
    await merchant.confirm(cancelled.clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
    expect(merchant.log.join('\n')).toContain('error: a cancelled payment was paid');
    expect((await merchant.createPayment()).status).toBe(409);
  });
});

describe('a gateway that tells no payment id', () => {
  function guideGatewayFixture() {
    const merchant: MerchantFixture = merchantFixture({
      fetch: async (input, init) => {
        const answer = await merchant.sandbox.fetch(new Request(input, init));
        const { success, data } = await answer.json();
        return Response.json({ success, data: { clientSecret: data.clientSecret } });
      },
    });
    return merchant;
  }

  it('is learnt from the first event: the order is fulfilled', async () => {
    const merchant = guideGatewayFixture();
    const payment = await create(merchant);
    await merchant.confirm(payment.clientSecret);
    await expect.poll(() => merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('is held to it from then on: another id is another payment', async () => {
    const merchant = guideGatewayFixture();
    const payment = await create(merchant);
    await merchant.confirm(payment.clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    await merchant.reportStatus('payment.succeeded', { id: crypto.randomUUID() });
    expect(merchant.log.at(-1)).toContain('error: event set aside: its payment id');
    expect(merchant.fulfilled).toHaveLength(1);
  });
});
