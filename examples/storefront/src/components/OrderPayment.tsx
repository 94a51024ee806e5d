import { Link } from 'react-router';
import type { ShopOrder } from '../shop/shopClient.ts';
import { PaymentBadge } from './Badge.tsx';

/** The payment as the shop knows it, for a browser that did not make it. */
export function OrderPayment({ order }: { order: ShopOrder }) {
  return (
    <>
      <PaymentBadge payment={order.payment} />
      {order.payment === 'open' && (
        <p className="muted">
          No payment has reached us yet. <Link to={`/checkout/${order.orderId}`}>Go to the checkout</Link>
        </p>
      )}
    </>
  );
}
