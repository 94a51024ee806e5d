import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createShop, type ShopOptions } from './createShop.ts';
import { openDatabase, type Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase('memory://');
});
afterAll(() => database.close());

async function openShop(options: Partial<ShopOptions> = {}) {
  const { app, orders } = await createShop({
    database: database.client,
    hajiq: { apiKey: 'hqp_test_shop', webhookSecret: 'whsec_test_shop' },
    publishableKey: 'pk_test_shop',
    ...options,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    orders,
    get: (path: string) => fetch(`${origin}${path}`),
    post: (path: string, body: string) =>
      fetch(`${origin}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
  };
}

function folderWithPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
  writeFileSync(join(folder, 'index.html'), '<html><head></head><body>shop</body></html>');
  return folder;
}

describe('the shop', () => {
  it('ignores a price in the body of an order', async () => {
    const shop = await openShop();
    const body = { productId: 'prayer-mat', quantity: 2, amount: 1, currency: 'SAR' };
    const response = await shop.post('/api/orders', JSON.stringify(body));
    expect(response.status).toBe(201);
    const order = await response.json();
    expect(order).toMatchObject({ amount: 9600, currency: 'USD', payment: 'open' });
    expect(await (await shop.get(`/api/orders/${order.orderId}`)).json()).toEqual(order);
  });

  it.each([
    ['an unknown product', '{"productId":"gold","quantity":1}', 'unknown_product'],
    ['no product', '{"quantity":1}', 'unknown_product'],
    ['a quantity of nothing', '{"productId":"oud-oil","quantity":0}', 'invalid_quantity'],
    ['a quantity of eleven', '{"productId":"oud-oil","quantity":11}', 'invalid_quantity'],
    ['half a piece', '{"productId":"oud-oil","quantity":0.5}', 'invalid_quantity'],
    ['a quantity in words', '{"productId":"oud-oil","quantity":"1"}', 'invalid_quantity'],
    ['malformed JSON', '{"productId":', 'invalid_request'],
    ['an empty body', '', 'unknown_product'],
  ])('refuses %s', async (_, body, code) => {
    const shop = await openShop();
    const before = await shop.orders.list();
    const response = await shop.post('/api/orders', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { code, message: expect.any(String) } });
    expect(await shop.orders.list()).toEqual(before);
  });

  it('answers 404 for an unknown order', async () => {
    const response = await (await openShop()).get('/api/orders/ORD-2222222222');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'unknown_order' } });
  });

  it('answers 404 in JSON for an unknown path of the API', async () => {
    const response = await (await openShop({ clientFolder: folderWithPage() })).get('/api/elsewhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  });

  it('answers an address that cannot be decoded with 400, without a stack', async () => {
    const response = await (await openShop()).get('/api/orders/%E0%A4%A');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_request' } });
  });

  it('hands the webhook to the HajiQ handler with its bytes untouched', async () => {
    const response = await (await openShop()).post('/api/hajiq/webhook', '{}');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: expect.stringContaining('signature') } });
  });

  it('answers a page address with index.html, and a missing asset with 404', async () => {
    const shop = await openShop({ clientFolder: folderWithPage() });
    expect(await (await shop.get('/checkout/ORD-2222222222')).text()).toContain('shop');
    expect((await shop.get('/assets/gone.js')).status).toBe(404);
  });

  it('adds no script to the page unless a stand-in for Stripe.js is named', async () => {
    const page = await (await openShop({ clientFolder: folderWithPage() })).get('/');
    expect(await page.text()).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self' https://js.stripe.com");
  });

  it('puts the stand-in for Stripe.js into the head, escaped and allowed by the policy', async () => {
    const stripeJsUrl = 'http://localhost:4311/stripe.js?a=1&b="><script>';
    const page = await (await openShop({ clientFolder: folderWithPage(), stripeJsUrl })).get('/orders');
    expect(await page.text()).toContain(
      '<script src="http://localhost:4311/stripe.js?a=1&amp;b=&quot;><script>"></script>',
    );
    expect(page.headers.get('content-security-policy')).toMatch(/script-src [^;]* http:\/\/localhost:4311;/);
  });
});
