import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { openOrderBook, type OrderBook } from './orders.ts';

let database: Database;
let orders: OrderBook;
beforeAll(async () => {
  database = await openDatabase('memory://');
  orders = await openOrderBook(database.client);
});
beforeEach(async () => void (await database.client.query('DELETE FROM shop_orders')));
afterAll(() => database.close());

describe('the order book', () => {
  it('decides the price by product and quantity', async () => {
    const order = await orders.createOrder('ajwa-dates', 3);
    expect(order).toMatchObject({ quantity: 3, amount: 7200, currency: 'USD', payment: 'open' });
  });

  it('gives ids that cannot be guessed', async () => {
    const placed = await Promise.all(Array.from({ length: 100 }, () => orders.createOrder('oud-oil', 1)));
    expect(new Set(placed.map(({ orderId }) => orderId)).size).toBe(100);
    expect(placed.every(({ orderId }) => /^ORD-[2-9A-HJ-NP-Z]{10}$/.test(orderId))).toBe(true);
  });

  it('fulfils an order once, however often it is asked at once', async () => {
    const { orderId } = await orders.createOrder('oud-oil', 1);
    const turns = await Promise.all([1, 2, 3].map(() => orders.fulfil(orderId)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await orders.find(orderId)).toMatchObject({ payment: 'paid', fulfilledAt: expect.any(String) });
  });

  it('refuses to fulfil an order it does not know', async () => {
    await expect(orders.fulfil('ORD-2222222222')).rejects.toThrow('There is no order');
  });

  it('lists the newest order first', async () => {
    const placed = [await orders.createOrder('oud-oil', 1), await orders.createOrder('prayer-mat', 1)];
    expect(await orders.list()).toEqual(placed.toReversed());
  });
});
