import { useSuspenseQueries } from '@tanstack/react-query';
import { PaymentConfirmation } from 'hajiq-checkout';
import { useLocation, useParams } from 'react-router';
import { Fulfilment } from '../components/Fulfilment.tsx';
import { OrderPayment } from '../components/OrderPayment.tsx';
import { OrderSummary } from '../components/OrderSummary.tsx';
import { Page } from '../components/Page.tsx';
import { configQuery, followedOrderQuery } from '../shop/queries.ts';
import { isPaymentAccess } from './paymentAccess.ts';

export function ConfirmationPage() {
  const { orderId = '' } = useParams();
  const access: unknown = useLocation().state;
  const [{ data: order }, { data: config }] = useSuspenseQueries({
    queries: [followedOrderQuery(orderId), configQuery],
  });

  return (
    <Page title={order.payment === 'paid' ? 'Thank you for your order' : 'Your order'}>
      <div className="columns">
        <OrderSummary order={order} />
        <div className="panel">
          <section aria-labelledby="payment">
            <h2 id="payment">Payment</h2>
            {isPaymentAccess(access) ? (
              <PaymentConfirmation
                backendUrl="/api/hajiq"
                paymentId={access.paymentId}
                statusToken={access.statusToken}
                locale={config.locale}
              />
            ) : (
              <OrderPayment order={order} />
            )}
          </section>
          <Fulfilment fulfilledAt={order.fulfilledAt} />
        </div>
      </div>
    </Page>
  );
}
