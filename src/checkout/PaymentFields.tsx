import { onDemand } from './onDemand.tsx';

/**
 * Shows Stripe's Payment Element, which offers whatever ways to pay the merchant's account has, and the customer's
 * wallets above it. It is downloaded when it is used, in the place of `<CardFields>`.
 *
 * The fields live in Stripe's own frame: this page never sees what is typed. With `intent="on-pay"` it waits for the
 * `total` of `<HajiqCheckout>`, or for the donor's amount.
 *
 * @example
 * <HajiqCheckout {...shop}>
 *   <PaymentFields />
 *   <PayButton />
 *   <PaymentStatus />
 * </HajiqCheckout>
 */
export const PaymentFields = onDemand<object>(async () => {
  const { PaymentPart } = await import('./payment/PaymentPart.tsx');
  return PaymentPart;
});
