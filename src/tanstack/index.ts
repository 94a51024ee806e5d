/**
 * @module hajiq-checkout/tanstack-query The status of a payment for an application that uses TanStack Query.
 */
export { paymentStatusQuery, type PaymentStatusQueryOptions } from './paymentStatusQuery.ts';
