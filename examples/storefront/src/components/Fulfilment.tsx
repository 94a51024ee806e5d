import type { ShopOrder } from '../shop/shopClient.ts';
import { FulfilmentBadge } from './Badge.tsx';

/** How far the shop has come with an order. It says so aloud when that changes. */
export function Fulfilment({ fulfilledAt }: Pick<ShopOrder, 'fulfilledAt'>) {
  return (
    <section className="fulfilment" aria-labelledby="fulfilment">
      <h2 id="fulfilment">Fulfilment</h2>
      <div role="status">
        <FulfilmentBadge fulfilledAt={fulfilledAt} />
        <p className="muted">
          {fulfilledAt === undefined
            ? 'We start as soon as your payment has reached us. This page keeps itself up to date.'
            : 'Your payment has reached us and your order is on its way.'}
        </p>
      </div>
    </section>
  );
}
