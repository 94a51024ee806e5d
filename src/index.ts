'use client';

/**
 * @module hajiq-checkout The browser half: the checkout component, its parts and hooks.
 */
export { CardFields } from './checkout/CardFields.tsx';
export { CheckoutForm } from './checkout/CheckoutForm.tsx';
export { DonationAmount, type DonationAmountProps } from './checkout/DonationAmount.tsx';
export { ErrorNotice } from './checkout/ErrorNotice.tsx';
export { HajiqCheckout, type HajiqCheckoutProps } from './checkout/HajiqCheckout.tsx';
export type { Messages, PartialMessages } from './checkout/locales/messages.ts';
export { OrderSummary } from './checkout/OrderSummary.tsx';
export { PayButton } from './checkout/PayButton.tsx';
export { PaymentConfirmation, type PaymentConfirmationProps } from './checkout/PaymentConfirmation.tsx';
export { PaymentFields } from './checkout/PaymentFields.tsx';
export { PaymentStatus } from './checkout/PaymentStatus.tsx';
export type { CheckoutState } from './client/checkoutState.ts';
export type { CardField } from './client/checkoutStore.ts';
export { DECLINE_REASONS, toDeclineReason, type DeclineReason } from './client/declineReason.ts';
export type { FollowedStatus } from './client/followedStatus.ts';
export type { BillingDetails } from './client/PaymentFields.ts';
export { ConfigError } from './errors/ConfigError.ts';
export { HajiqError } from './errors/HajiqError.ts';
export { PaymentError } from './errors/PaymentError.ts';
export { RequestError } from './errors/RequestError.ts';
export { useHajiqCheckout, type CheckoutActions, type HajiqCheckoutValue } from './hooks/useHajiqCheckout.ts';
export {
  usePaymentStatus,
  type PaymentStatusValue,
  type UsePaymentStatusOptions,
} from './hooks/usePaymentStatus.ts';
export type { Currency } from './protocol/currency.ts';
export type { Money } from './protocol/money.ts';
export type { Payment, PreparedPayment, StatusAccess } from './protocol/payment.ts';
export type { PaymentStatus as HajiqStatus } from './protocol/paymentStatus.ts';
