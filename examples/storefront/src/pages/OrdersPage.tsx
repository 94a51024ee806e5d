import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { OrderTable } from '../components/OrderTable.tsx';
import { Page } from '../components/Page.tsx';
import { followedOrdersQuery } from '../shop/queries.ts';

export function OrdersPage() {
  const { data: orders } = useSuspenseQuery(followedOrdersQuery);

  return (
    <Page title="Orders" lead="An order is fulfilled when HajiQ Pay’s webhook says that it is paid.">
      {orders.length === 0 ? (
        <p className="panel">
          There are no orders yet. <Link to="/">Choose something from the shop</Link>
        </p>
      ) : (
        <OrderTable orders={orders} />
      )}
    </Page>
  );
}
