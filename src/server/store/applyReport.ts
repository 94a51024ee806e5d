import { mergeStatus, type StatusReport } from '../../protocol/mergeStatus.ts';
import type { EventState, StoredPayment } from './PaymentStore.ts';

/** Merges a report into a payment; the same object comes back when nothing changes. */
export function applyReport(
  payment: StoredPayment,
  report: StatusReport,
  /** Where the reporting event stood before: one that was merged already is no further decline. */
  eventState: EventState,
): StoredPayment {
  const merged = mergeStatus(payment.report, report);
  const isDecline = report.status === 'failed' && eventState === 'unmatched';
  if (merged === payment.report && !isDecline) return payment;
  return {
    ...payment,
    report: merged,
    declines: payment.declines + Number(isDecline),
    version: payment.version + 1,
  };
}
