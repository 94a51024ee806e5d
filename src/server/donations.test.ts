import { describe, expect, it } from 'vitest';
import { merchantFixture } from './merchant.fixture.ts';

const bounds = { min: 500, max: 100_000, currencies: ['USD', 'GBP'] } as const;

const charityFixture = () =>
  merchantFixture({
    donation: bounds,
    orders: {
      'ZAKAT-1': { donation: true, description: 'Zakat' },
      'BOOK-1': { amount: 5000, currency: 'USD' },
    },
  });

describe('a donation', () => {
  it('is of the amount and currency the donor names', async () => {
    const merchant = charityFixture();
    const answer = await merchant.createPayment({ orderId: 'ZAKAT-1', amount: 2500, currency: 'gbp' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ amount: 2500, currency: 'GBP' });
    expect(merchant.sandbox.payments()).toMatchObject([
      { amount: 2500, currency: 'GBP', description: 'Zakat' },
    ]);
  });

  it.each([
    ['less than the least', { amount: 499, currency: 'USD' }],
    ['more than the most', { amount: 100_001, currency: 'USD' }],
    ['a currency that is not taken here', { amount: 2500, currency: 'SAR' }],
    ['half a cent', { amount: 2500.5, currency: 'USD' }],
    ['a text', { amount: '2500', currency: 'USD' }],
    ['19.99 * 100', { amount: 19.99 * 100, currency: 'USD' }],
    ['nothing', {}],
  ])('is refused over %s, and the gateway is asked nothing', async (_, money) => {
    const merchant = charityFixture();
    const answer = await merchant.createPayment({ orderId: 'ZAKAT-1', ...money });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: 'donation_out_of_bounds' } });
    expect(merchant.gatewayCalls()).toBe(0);
  });

  it('changes its amount by withdrawing the payment over the first', async () => {
    const merchant = charityFixture();
    await merchant.createPayment({ orderId: 'ZAKAT-1', amount: 2500, currency: 'USD' });
    const more = await merchant.createPayment({ orderId: 'ZAKAT-1', amount: 5000, currency: 'USD' });
    expect(await more.json()).toMatchObject({ amount: 5000 });
    expect(merchant.sandbox.payments().map(({ status }) => status)).toEqual(['cancelled', 'pending']);
  });

  it('lets nobody name the price of anything else', async () => {
    const merchant = charityFixture();
    const answer = await merchant.createPayment({ orderId: 'BOOK-1', amount: 500, currency: 'USD' });
    expect(await answer.json()).toMatchObject({ amount: 5000 });
  });

  it('is only what says so: true, and nothing that looks like an answer', async () => {
    const row = { amount: 500_000, currency: 'USD', donation: false as const };
    const merchant = merchantFixture({ donation: bounds, orders: { 'ORDER-1': row } });
    const answer = await merchant.createPayment({ orderId: 'ORDER-1', amount: 500, currency: 'USD' });
    expect(await answer.json()).toMatchObject({ amount: 500_000 });
  });

  it('needs bounds', async () => {
    const merchant = merchantFixture({ orders: { 'ZAKAT-1': { donation: true } } });
    const answer = await merchant.createPayment({ orderId: 'ZAKAT-1', amount: 2500, currency: 'USD' });
    expect(answer.status).toBe(500);
    expect(merchant.log.join()).toContain('no `donation` bounds');
  });

  it.each([
    ['a least above the most', { ...bounds, min: 200_000 }],
    ['a least below what HajiQ Pay takes', { ...bounds, min: 99 }],
    ['no currency', { ...bounds, currencies: [] }],
    ['a currency in lower case', { ...bounds, currencies: ['usd'] as unknown as ['USD'] }],
  ])('refuses bounds with %s when the handler is made', (_, donation) => {
    expect(() => merchantFixture({ donation })).toThrow('donation');
  });
});
