import { isSameMoney } from '../../protocol/money.ts';
import { hasMoneyMoved } from '../../protocol/paymentStatus.ts';
import type { PaymentClaim, StoredPayment } from './PaymentStore.ts';

/** What a claim comes to: a payment that stands, one that comes back, or a new one; and who steps back for it. */
export type ClaimDecision =
  | { kind: 'stands'; payment: StoredPayment }
  | { kind: 'returns'; payment: StoredPayment; stepBack: StoredPayment[] }
  | { kind: 'new'; stepBack: StoredPayment[] };

/**
 * Decides, from all payments of an order, which one a claim gets.
 *
 * A payment on which money has moved stands for the order, whatever its price. A cancelled one is replaced. One that
 * stepped back returns when its price does.
 */
export function decideClaim(ofOrder: readonly StoredPayment[], claim: PaymentClaim): ClaimDecision {
  const paid = ofOrder.find(({ report }) => hasMoneyMoved(report.status));
  if (paid !== undefined) return { kind: 'stands', payment: paid };
  const same = ofOrder
    .filter((payment) => isSameMoney(payment, claim) && payment.report.status !== 'cancelled')
    .toSorted((a, b) => Number(a.isSuperseded) - Number(b.isSuperseded))[0];
  if (same !== undefined && !same.isSuperseded) return { kind: 'stands', payment: same };
  const stepBack = ofOrder.filter(({ isSuperseded }) => !isSuperseded);
  return same === undefined ? { kind: 'new', stepBack } : { kind: 'returns', payment: same, stepBack };
}
