import { useSuspenseQueries } from '@tanstack/react-query';
import { HajiqCheckout } from 'hajiq-checkout';
import { useNavigate, useParams } from 'react-router';
import { OrderSummary } from '../components/OrderSummary.tsx';
import { Page } from '../components/Page.tsx';
import { configQuery, orderQuery } from '../shop/queries.ts';

export function CheckoutPage() {
  const { orderId = '' } = useParams();
  const navigate = useNavigate();
  const [{ data: order }, { data: config }] = useSuspenseQueries({
    queries: [orderQuery(orderId), configQuery],
  });

  return (
    <Page title="Checkout">
      <div className="columns">
        <OrderSummary order={order} />
        <section className="panel" aria-labelledby="payment">
          <h2 id="payment">Payment</h2>
          <HajiqCheckout
            backendUrl="/api/hajiq"
            publishableKey={config.publishableKey}
            orderId={orderId}
            fields={config.fields}
            // What this page shows: were the server's price another one, the customer would be told first.
            total={{ amount: order.amount, currency: order.currency }}
            locale={config.locale}
            // The status token travels in the history's state: in the URL it would end up in logs.
            onSucceeded={(_payment, access) =>
              navigate(`/orders/${orderId}/confirmation`, { state: access, replace: true })
            }
          />
        </section>
      </div>
    </Page>
  );
}
