import { ExpressCheckoutElement } from '@stripe/react-stripe-js';
import type {
  StripeExpressCheckoutElementClickEvent,
  StripeExpressCheckoutElementConfirmEvent,
  StripeExpressCheckoutElementReadyEvent,
} from '@stripe/stripe-js';
import { useState } from 'react';
import { canPay } from '../../client/checkoutState.ts';
import { useCheckoutStore } from '../../hooks/CheckoutContext.ts';
import { useHajiqCheckout } from '../../hooks/useHajiqCheckout.ts';
import { useLocale } from '../locales/LocaleContext.ts';

/** Offers the wallets that this customer has; nothing where there is none. */
export function ExpressCheckout() {
  const checkout = useCheckoutStore();
  const { total } = useHajiqCheckout();
  const { messages } = useLocale();
  const [hasWallet, setHasWallet] = useState(false);

  const onReady = ({ availablePaymentMethods }: StripeExpressCheckoutElementReadyEvent) =>
    setHasWallet(availablePaymentMethods !== undefined);
  const onClick = ({ resolve, reject }: StripeExpressCheckoutElementClickEvent) => {
    // The wallet shows an amount: there is none to show while a donor has not named it.
    if (canPay(checkout.getSnapshot().state) && total !== undefined) resolve();
    else reject();
  };
  const onConfirm = async ({ paymentFailed }: StripeExpressCheckoutElementConfirmEvent) => {
    await checkout.pay();
    if (canPay(checkout.getSnapshot().state)) paymentFailed({ reason: 'fail' });
  };

  return (
    <div data-hajiq-part="wallets" hidden={!hasWallet}>
      <ExpressCheckoutElement onReady={onReady} onClick={onClick} onConfirm={onConfirm} />
      <p data-hajiq-part="or">{messages.orPayByCard}</p>
    </div>
  );
}
