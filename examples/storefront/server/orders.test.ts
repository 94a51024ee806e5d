import { describe, expect, it } from 'vitest';
import { createOrderBook } from './orders.ts';

describe('the order book', () => {
  it('decides the price by product and quantity', () => {
    const order = createOrderBook().createOrder('ajwa-dates', 3);
    expect(order).toMatchObject({ quantity: 3, amount: 7200, currency: 'USD', payment: 'open' });
  });

  it('gives ids that cannot be guessed', () => {
    const orders = createOrderBook();
    const orderIds = Array.from({ length: 100 }, () => orders.createOrder('oud-oil', 1).orderId);
    expect(new Set(orderIds).size).toBe(100);
    expect(orderIds).toSatisfy((ids: string[]) => ids.every((id) => /^ORD-[2-9A-HJ-NP-Z]{10}$/.test(id)));
  });

  it('fulfils an order once, however often it is asked', () => {
    const orders = createOrderBook();
    const { orderId } = orders.createOrder('oud-oil', 1);
    expect([orders.fulfil(orderId), orders.fulfil(orderId)]).toEqual([true, false]);
    expect(orders.find(orderId)).toMatchObject({ payment: 'paid', fulfilledAt: expect.any(String) });
  });

  it('refuses to fulfil an order it does not know', () => {
    expect(() => createOrderBook().fulfil('ORD-2222222222')).toThrow('There is no order');
  });

  it('lists the newest order first', () => {
    const orders = createOrderBook();
    const placed = [orders.createOrder('oud-oil', 1), orders.createOrder('prayer-mat', 1)];
    expect(orders.list()).toEqual(placed.toReversed());
  });
});
