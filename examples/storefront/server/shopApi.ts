import { Router } from 'express';
import type { ShopOptions } from './createShop.ts';
import type { OrderBook } from './orders.ts';
import { products } from './products.ts';
import { ShopError } from './ShopError.ts';

/** What the shop's own pages ask for. It is JSON throughout, its errors included. */
export function shopApi(
  orders: OrderBook,
  config: Pick<ShopOptions, 'publishableKey' | 'fields' | 'locale'>,
): Router {
  const api = Router();

  api.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  api.get('/config', (_request, response) => {
    response.json(config);
  });

  api.get('/products', (_request, response) => {
    response.json(products);
  });

  // The body may say whatever it likes: only the product and the quantity are read, never a price.
  api.post('/orders', async (request, response) => {
    const { productId, quantity } = (request.body ?? {}) as Record<string, unknown>;
    response.status(201).json(await orders.createOrder(productId, quantity));
  });

  // The shop's back office, open to all in the example: yours asks who is there.
  api.get('/orders', async (_request, response) => {
    response.json(await orders.list());
  });

  api.get('/orders/:orderId', async (request, response) => {
    const order = await orders.find(request.params.orderId);
    if (order === undefined) throw new ShopError(404, 'unknown_order', 'We have no such order.');
    response.json(order);
  });

  api.use(() => {
    throw new ShopError(404, 'not_found', 'There is nothing at this address.');
  });

  return api;
}
