// Types only: they are gone from the bundle, and nothing of the server comes along.
import type { ShopOrder } from '../../server/orders.ts';
import type { Product } from '../../server/products.ts';

export type { Product, ShopOrder };

/** The shop's server said no. */
export class ShopRequestError extends Error {
  override readonly name = 'ShopRequestError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function askShop<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`/api${path}`, init);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  const { error } = (answer ?? {}) as { error?: { message: string } };
  throw new ShopRequestError(response.status, error?.message ?? 'The shop does not answer.');
}

/** What the shop tells its own pages. */
export interface ShopConfig {
  publishableKey: string;
  fields: 'card' | 'payment';
  locale: string;
}

export const fetchConfig = () => askShop<ShopConfig>('/config');
export const fetchProducts = () => askShop<Product[]>('/products');
export const fetchOrders = () => askShop<ShopOrder[]>('/orders');
export const fetchOrder = (orderId: string) => askShop<ShopOrder>(`/orders/${encodeURIComponent(orderId)}`);

/** Orders a product. What it costs is the server's to say. */
export const createOrder = (choice: { productId: string; quantity: number }) =>
  askShop<ShopOrder>('/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(choice),
  });
