import { randomBytes } from 'node:crypto';
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

export type OrderBook = ReturnType<typeof createOrderBook>;

const MAX_QUANTITY = 10;

// 32 characters that nobody mistakes for one another, so five bits of each random byte choose one without bias.
const ID_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

// Whoever knows an order's id may see and pay it, so it must not be guessable.
function createOrderId(): string {
  return `ORD-${Array.from(randomBytes(10), (byte) => ID_ALPHABET[byte & 31]).join('')}`;
}

/** Keeps the shop's orders. In memory, for the example; yours are in a database. */
export function createOrderBook() {
  const orders = new Map<string, ShopOrder>();

  return {
    /** Decides the price here, where the customer cannot reach it. @throws {ShopError} When it is not for sale. */
    createOrder(productId: unknown, quantity: unknown): ShopOrder {
      const product = products.find((candidate) => candidate.productId === productId);
      if (product === undefined) throw new ShopError(400, 'unknown_product', 'We do not sell this product.');
      if (!isQuantity(quantity)) {
        throw new ShopError(400, 'invalid_quantity', `Choose a quantity from 1 to ${MAX_QUANTITY}.`);
      }
      const order: ShopOrder = {
        orderId: createOrderId(),
        productId: product.productId,
        productName: product.name,
        imageUrl: product.imageUrl,
        quantity,
        amount: product.amount * quantity,
        currency: product.currency,
        payment: 'open',
        createdAt: new Date().toISOString(),
      };
      orders.set(order.orderId, order);
      return order;
    },

    find: (orderId: string): ShopOrder | undefined => orders.get(orderId),

    /** The newest first. */
    list: (): ShopOrder[] => [...orders.values()].toReversed(),

    /** Sends a paid order on its way, once however often it is asked. Tells whether this call did it. */
    fulfil(orderId: string): boolean {
      const order = orders.get(orderId);
      if (order === undefined) throw new ShopError(404, 'unknown_order', `There is no order ${orderId}.`);
      if (order.fulfilledAt !== undefined) return false;
      orders.set(orderId, { ...order, payment: 'paid', fulfilledAt: new Date().toISOString() });
      return true;
    },
  };
}

function isQuantity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_QUANTITY;
}
