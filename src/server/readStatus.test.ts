import { describe, expect, it, vi } from 'vitest';
import { merchantFixture } from './merchant.fixture.ts';

async function paymentFixture() {
  const merchant = merchantFixture();
  const payment = await (await merchant.createPayment()).json();
  return { merchant, payment };
}

describe('GET /payments/{paymentId}', () => {
  it('tells the status and nothing secret', async () => {
    const { merchant, payment } = await paymentFixture();
    const response = await merchant.readStatus(payment);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = await response.json();
    expect(answer).toEqual({
      paymentId: payment.paymentId,
      status: 'pending',
      amount: 5000,
      currency: 'USD',
      updatedAt: expect.any(String),
    });
  });

  it('gives every bad token the same answer, for known and unknown payments alike', async () => {
    const { merchant, payment } = await paymentFixture();
    merchant.orders['ORDER-2'] = { amount: 900, currency: 'USD' };
    const other = await (await merchant.createPayment({ orderId: 'ORDER-2' })).json();
    const flipped = payment.statusToken.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A'));
    const attempts = [
      merchant.call(`/payments/${payment.paymentId}`),
      merchant.call(`/payments/${payment.paymentId}?statusToken=${payment.statusToken}`),
      merchant.readStatus({ ...payment, statusToken: other.statusToken }),
      merchant.readStatus({ ...payment, statusToken: flipped.repeat(2) }),
      merchant.readStatus({
        ...payment,
        statusToken: `${payment.statusToken.slice(0, 10)}${'A'.repeat(33)}`,
      }),
      merchant.readStatus({ ...payment, paymentId: crypto.randomUUID() }),
    ];
    for (const response of await Promise.all(attempts)) {
      expect(response.status).toBe(401);
      expect((await response.json()).error).toMatchObject({ code: 'unauthorized' });
    }
  });

  it('holds the request until the webhook has come', async () => {
    const { merchant, payment } = await paymentFixture();
    merchant.sandbox.holdWebhooks();
    await merchant.confirm(payment.clientSecret);
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    let answered = false;
    const held = merchant
      .readStatus(payment, { Prefer: 'wait=20', 'If-None-Match': etag })
      .then((response) => {
        answered = true;
        return response;
      });
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    merchant.sandbox.releaseWebhooks();
    const response = await held;
    expect(response.status).toBe(200);
    expect(response.headers.get('preference-applied')).toBe('wait');
    expect((await response.json()).status).toBe('succeeded');
  });

  it('answers 304 when nothing has changed', async () => {
    const { merchant, payment } = await paymentFixture();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    const response = await merchant.readStatus(payment, { 'If-None-Match': etag });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
  });

  it('lets a held request go when the browser does', async () => {
    const { merchant, payment } = await paymentFixture();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    const browser = new AbortController();
    const held = merchant.call(`/payments/${payment.paymentId}`, {
      headers: { Authorization: `Bearer ${payment.statusToken}`, Prefer: 'wait=20', 'If-None-Match': etag },
      signal: browser.signal,
    });
    browser.abort();
    expect((await held).status).toBe(304);
  });

  it('holds no longer than 25 seconds, whatever it is asked', async () => {
    const { merchant, payment } = await paymentFixture();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    vi.useFakeTimers();
    const held = merchant.readStatus(payment, { Prefer: 'wait=9999', 'If-None-Match': etag });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(25_000);
    vi.useRealTimers();
    expect((await held).status).toBe(304);
  });

  it('keeps no timer and no listener of the waits that are over', async () => {
    const { merchant, payment } = await paymentFixture();
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    vi.useFakeTimers();
    const held = Array.from({ length: 20 }, () =>
      merchant.readStatus(payment, { Prefer: 'wait=20', 'If-None-Match': etag }),
    );
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(20));
    await merchant.reportStatus('payment.failed');
    await Promise.all(held);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('does not hold a settled payment', async () => {
    const { merchant, payment } = await paymentFixture();
    await merchant.confirm(payment.clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    const etag = (await merchant.readStatus(payment)).headers.get('etag') ?? '';
    expect((await merchant.readStatus(payment, { Prefer: 'wait=25', 'If-None-Match': etag })).status).toBe(
      304,
    );
  });
});
