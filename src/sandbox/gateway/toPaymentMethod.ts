import { findBrandRule } from '../stripe-js/card/brands.ts';
import type { SubmittedCard } from './cards/SubmittedCard.ts';
import type { SandboxPaymentMethod } from './SandboxPayment.ts';
import { randomId } from './stripe/randomId.ts';

/** Makes of a card what may be kept of it. */
export function toPaymentMethod(
  { number, expMonth, expYear, billingDetails }: SubmittedCard,
  createdAt: number,
): SandboxPaymentMethod {
  return {
    id: `pm_1${randomId(23)}`,
    createdAt,
    brand: findBrandRule(number).brand,
    last4: number.slice(-4),
    expMonth,
    expYear,
    billingDetails,
  };
}
