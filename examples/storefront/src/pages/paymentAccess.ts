/** What lets the browser ask for the status of one payment. */
export interface PaymentAccess {
  paymentId: string;
  statusToken: string;
}

/** Tells whether the history's state is what the checkout left there. A page opened by its address has none. */
export function isPaymentAccess(state: unknown): state is PaymentAccess {
  const { paymentId, statusToken } = (state ?? {}) as Partial<PaymentAccess>;
  return typeof paymentId === 'string' && typeof statusToken === 'string';
}
