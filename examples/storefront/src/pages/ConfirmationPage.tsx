import { useSuspenseQuery } from '@tanstack/react-query';
import { PaymentConfirmation } from 'hajiq-checkout';
import { useLocation, useParams } from 'react-router';
import { Fulfilment } from '../components/Fulfilment.tsx';
import { OrderPayment } from '../components/OrderPayment.tsx';
import { OrderSummary } from '../components/OrderSummary.tsx';
import { Page } from '../components/Page.tsx';
import { locale } from '../locale.ts';
import { followedOrderQuery } from '../shop/queries.ts';
import { isPaymentAccess } from './paymentAccess.ts';

export function ConfirmationPage() {
  const { orderId = '' } = useParams();
  const access: unknown = useLocation().state;
  const { data: order } = useSuspenseQuery(followedOrderQuery(orderId));

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
                locale={locale}
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
