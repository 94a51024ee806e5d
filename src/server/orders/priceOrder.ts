import { BackendError } from '../../errors/BackendError.ts';
import { toMoney, type Money } from '../../protocol/money.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { DonationBounds, Order } from '../options.ts';

/** What a browser has asked for: an order, and the amount it would give where the amount is the donor's. */
export interface OrderRequest {
  orderId: string;
  amount?: unknown;
  currency?: unknown;
}

/** An order and what it costs, as far as the gateway is told. */
export type PricedOrder = Money & Pick<Order, 'description' | 'customerEmail' | 'customerName'>;

function toDonation(asked: OrderRequest, bounds: DonationBounds | undefined): Money {
  if (bounds === undefined) {
    throw new BackendError('invalid_order', {
      detail: 'resolveOrder gave a donation, and the handler has no `donation` bounds.',
    });
  }
  const money = toMoney(asked);
  const isWithin =
    money !== undefined &&
    money.amount >= bounds.min &&
    money.amount <= bounds.max &&
    bounds.currencies.includes(money.currency);
  if (!isWithin) throw new BackendError('donation_out_of_bounds');
  return money;
}

/**
 * Asks the merchant what is owed for an order. Only for a donation does the amount from the browser count, within the
 * merchant's bounds.
 *
 * @throws {RequestError} `order_not_found`; `invalid_order` for a price that cannot be charged; `donation_out_of_bounds`.
 */
export async function priceOrder(
  asked: OrderRequest,
  request: Request,
  context: HandlerContext,
): Promise<PricedOrder> {
  const order = (await context.resolveOrder(asked.orderId, request)) ?? undefined;
  if (order === undefined) throw new BackendError('order_not_found');
  const money =
    'donation' in order && order.donation === true ? toDonation(asked, context.donation) : toMoney(order);
  if (money === undefined) {
    throw new BackendError('invalid_order', {
      detail: 'resolveOrder gave a price that cannot be charged.',
    });
  }
  const { description, customerEmail, customerName } = order;
  return { ...money, description, customerEmail, customerName };
}
