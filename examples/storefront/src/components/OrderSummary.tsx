import type { ShopOrder } from '../shop/shopClient.ts';
import { Price } from './Price.tsx';

/** What is ordered and what it costs, as the server knows it. */
export function OrderSummary({ order }: { order: ShopOrder }) {
  const { orderId, productName, imageUrl, quantity, amount, currency } = order;

  return (
    <section className="panel summary" aria-labelledby="summary">
      <h2 id="summary">Your order</h2>
      <div className="summary-item">
        <img src={imageUrl} alt="" width="400" height="300" />
        <p>
          <strong>{productName}</strong>
          <span className="muted">Quantity {quantity}</span>
        </p>
        <Price amount={amount} currency={currency} />
      </div>
      <dl className="summary-facts">
        <dt>Order number</dt>
        <dd className="order-id">{orderId}</dd>
        <dt>Delivery</dt>
        <dd>Free</dd>
        <dt className="total">Total</dt>
        <dd className="total">
          <Price amount={amount} currency={currency} />
        </dd>
      </dl>
    </section>
  );
}
