import { Link } from 'react-router';
import type { ShopOrder } from '../shop/shopClient.ts';
import { FulfilmentBadge, PaymentBadge } from './Badge.tsx';
import { Price } from './Price.tsx';

export function OrderTable({ orders }: { orders: ShopOrder[] }) {
  return (
    <table className="panel orders">
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Product</th>
          <th scope="col">Price</th>
          <th scope="col">Payment</th>
          <th scope="col">Fulfilment</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId}>
            <th scope="row">
              <Link className="order-id" to={`/orders/${order.orderId}/confirmation`}>
                {order.orderId}
              </Link>
            </th>
            <td>
              {order.quantity} × {order.productName}
            </td>
            <td>
              <Price amount={order.amount} currency={order.currency} />
            </td>
            <td>
              <PaymentBadge payment={order.payment} />
            </td>
            <td>
              <FulfilmentBadge fulfilledAt={order.fulfilledAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
