import { randomBytes } from 'node:crypto';
import type { PostgresClient } from 'hajiq-checkout/server/postgres';
import { products } from './products.ts';
import { ShopError } from './ShopError.ts';

export interface ShopOrder {
  orderId: string;
  productId: string;
  productName: string;
  imageUrl: string;
  quantity: number;
  /** The price of the whole order, in minor units. */
  amount: number;
  currency: string;
  payment: 'open' | 'paid';
  createdAt: string;
  /** When the goods were sent on their way; absent until then. */
  fulfilledAt?: string;
}

export type OrderBook = Awaited<ReturnType<typeof openOrderBook>>;

const MAX_QUANTITY = 10;

// 32 characters that nobody mistakes for one another, so five bits of each random byte choose one without bias.
const ID_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

// Whoever knows an order's id may see and pay it, so it must not be guessable.
function createOrderId(): string {
  return `ORD-${Array.from(randomBytes(10), (byte) => ID_ALPHABET[byte & 31]).join('')}`;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS shop_orders (
  position bigserial,
  order_id text PRIMARY KEY,
  product_id text NOT NULL,
  quantity integer NOT NULL,
  amount integer NOT NULL,
  currency text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  fulfilled_at timestamptz
)`;

function toShopOrder(row: Record<string, unknown>): ShopOrder {
  const product = products.find(({ productId }) => productId === row.product_id);
  const fulfilledAt = row.fulfilled_at instanceof Date ? row.fulfilled_at.toISOString() : undefined;
  return {
    orderId: String(row.order_id),
    productId: String(row.product_id),
    productName: product?.name ?? 'No longer sold',
    imageUrl: product?.imageUrl ?? '',
    quantity: Number(row.quantity),
    amount: Number(row.amount),
    currency: String(row.currency),
    payment: fulfilledAt === undefined ? 'open' : 'paid',
    createdAt: (row.created_at as Date).toISOString(),
    ...(fulfilledAt !== undefined && { fulfilledAt }),
  };
}

/** Keeps the shop's orders in its database. */
export async function openOrderBook(database: PostgresClient) {
  await database.query(SCHEMA);

  return {
    /** Decides the price here, where the customer cannot reach it. @throws {ShopError} When it is not for sale. */
    async createOrder(productId: unknown, quantity: unknown): Promise<ShopOrder> {
      const product = products.find((candidate) => candidate.productId === productId);
      if (product === undefined) throw new ShopError(400, 'unknown_product', 'We do not sell this product.');
      if (!isQuantity(quantity)) {
        throw new ShopError(400, 'invalid_quantity', `Choose a quantity from 1 to ${MAX_QUANTITY}.`);
      }
      const { rows } = await database.query(
        `INSERT INTO shop_orders (order_id, product_id, quantity, amount, currency)
         VALUES ($1, $2, $3, $4, $5) RETURNING *`,
        [createOrderId(), product.productId, quantity, product.amount * quantity, product.currency],
      );
      return rows.map(toShopOrder)[0] as ShopOrder;
    },

    async find(orderId: string): Promise<ShopOrder | undefined> {
      const { rows } = await database.query('SELECT * FROM shop_orders WHERE order_id = $1', [orderId]);
      return rows.map(toShopOrder)[0];
    },

    /** The newest first. */
    async list(): Promise<ShopOrder[]> {
      const { rows } = await database.query('SELECT * FROM shop_orders ORDER BY position DESC LIMIT 100');
      return rows.map(toShopOrder);
    },

    /** Sends a paid order on its way, once however often it is asked. Tells whether this call did it. */
    async fulfil(orderId: string): Promise<boolean> {
      const { rows } = await database.query(
        `UPDATE shop_orders SET fulfilled_at = clock_timestamp()
         WHERE order_id = $1 AND fulfilled_at IS NULL RETURNING order_id`,
        [orderId],
      );
      if (rows.length > 0) return true;
      if ((await this.find(orderId)) === undefined) {
        throw new ShopError(404, 'unknown_order', `There is no order ${orderId}.`);
      }
      return false;
    },
  };
}

function isQuantity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_QUANTITY;
}
