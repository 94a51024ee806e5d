import type { PaymentStatus } from './paymentStatus.ts';

/** One report of a payment's status, by whoever reported it. */
export interface StatusReport {
  status: PaymentStatus;
  /** When the reporter says it became so, in milliseconds since the epoch. */
  at: number;
}

/** Open statuses share a class, so that among them the later report wins; money moved outranks everything before it. */
const statusClass: Record<PaymentStatus, number> = {
  pending: 0,
  processing: 0,
  failed: 0,
  cancelled: 1,
  succeeded: 2,
  refunded: 3,
};

/** Breaks a tie between reports of the same class and time. */
const rank: Record<PaymentStatus, number> = {
  pending: 0,
  processing: 1,
  failed: 2,
  cancelled: 3,
  succeeded: 4,
  refunded: 5,
};

/** Orders two reports by class, then time, then rank: positive when `a` is nearer the truth. */
function compareReports(a: StatusReport, b: StatusReport): number {
  return statusClass[a.status] - statusClass[b.status] || a.at - b.at || rank[a.status] - rank[b.status];
}

/**
 * Merges two reports of the same payment into the one nearer the truth.
 *
 * The merge is a maximum: commutative, associative and idempotent, so reports may arrive late, twice or in any
 * order and all end at the same status. `succeeded` after `cancelled` wins, because money has moved.
 */
export function mergeStatus(a: StatusReport, b: StatusReport): StatusReport {
  return compareReports(a, b) >= 0 ? a : b;
}
