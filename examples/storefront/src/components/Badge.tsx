import type { ShopOrder } from '../shop/shopClient.ts';

export function PaymentBadge({ payment }: Pick<ShopOrder, 'payment'>) {
  return <span className={payment === 'paid' ? 'badge badge-done' : 'badge'}>{payment}</span>;
}

export function FulfilmentBadge({ fulfilledAt }: Pick<ShopOrder, 'fulfilledAt'>) {
  return fulfilledAt === undefined ? (
    <span className="badge">not fulfilled</span>
  ) : (
    <span className="badge badge-done">fulfilled</span>
  );
}
