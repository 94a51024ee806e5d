import { isSettled } from '../../protocol/paymentStatus.ts';
import { applyReport } from './applyReport.ts';
import { changeSignal } from './changeSignal.ts';
import { decideClaim } from './decideClaim.ts';
import { eventTable } from './eventTable.ts';
import { leaseTable } from './leaseTable.ts';
import { toAttached } from './toAttached.ts';
import { toNewPayment, toNewStoredEvent } from './newRecords.ts';
import type { PaymentQuery, PaymentStore, StoredPayment } from './PaymentStore.ts';

let hasWarned = false;

/** Says, once, that what is remembered here is lost with the process. */
function warnInProduction(): void {
  if (hasWarned || globalThis.process?.env?.NODE_ENV !== 'production') return;
  hasWarned = true;
  console.warn(
    '[hajiq-checkout] memoryStore() forgets every payment when this process ends, and other instances know nothing of them. Use postgresStore, or a store of your own.',
  );
}

/**
 * Remembers payments in this process, and forgets them when it ends.
 *
 * For a first run, for tests and for a single process that may forget. On two instances, or where the process may be
 * restarted while a customer pays, a paid order could be lost: use `postgresStore`. It warns once when `NODE_ENV` is
 * `production`.
 */
export function memoryStore(): PaymentStore {
  warnInProduction();
  const payments = new Map<string, StoredPayment>();
  const idsByOrder = new Map<string, Set<string>>();
  const idsByGatewayId = new Map<string, string>();
  const events = eventTable();
  const changes = changeSignal();

  function mustHave<Found>(found: Found | undefined, what: string): Found {
    if (found === undefined) throw new Error(`memoryStore: there is no ${what}`);
    return found;
  }

  function put(payment: StoredPayment): StoredPayment {
    payments.set(payment.paymentId, payment);
    changes.emit(payment.paymentId);
    return payment;
  }

  const change = (payment: StoredPayment, fields: Partial<StoredPayment>) =>
    put({ ...payment, ...fields, version: payment.version + 1 });

  const ofOrder = (orderId: string) =>
    [...(idsByOrder.get(orderId) ?? [])]
      .flatMap((paymentId) => payments.get(paymentId) ?? [])
      .toSorted((a, b) => Number(a.isSuperseded) - Number(b.isSuperseded));

  function find(query: PaymentQuery): StoredPayment[] {
    if ('orderId' in query) return ofOrder(query.orderId);
    if ('openBetween' in query) {
      const [from, to] = query.openBetween;
      return [...payments.values()]
        .filter(({ createdAt, report }) => createdAt >= from && createdAt <= to && !isSettled(report.status))
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .slice(0, query.limit);
    }
    const paymentId =
      'paymentId' in query ? query.paymentId : (idsByGatewayId.get(query.gatewayPaymentId) ?? '');
    const payment = payments.get(paymentId);
    return payment === undefined ? [] : [payment];
  }

  return {
    ...leaseTable(),

    async claim(claim) {
      const decision = decideClaim(ofOrder(claim.orderId), claim);
      if (decision.kind === 'stands') return { payment: decision.payment, isNew: false, supersedes: [] };
      const supersedes = decision.stepBack.map((payment) => change(payment, { isSuperseded: true }));
      if (decision.kind === 'returns') {
        return { payment: change(decision.payment, { isSuperseded: false }), isNew: false, supersedes };
      }
      const payment = put(toNewPayment(claim));
      idsByOrder.set(claim.orderId, (idsByOrder.get(claim.orderId) ?? new Set()).add(payment.paymentId));
      return { payment, isNew: true, supersedes };
    },

    async attach(paymentId, known) {
      const payment = mustHave(payments.get(paymentId), `payment ${paymentId}`);
      const next = change(payment, toAttached(payment, known));
      if (next.gatewayPaymentId !== undefined) idsByGatewayId.set(next.gatewayPaymentId, paymentId);
      return next;
    },

    async release(paymentId) {
      const payment = payments.get(paymentId);
      if (payment === undefined || payment.sealedSecret !== undefined) return;
      payments.delete(paymentId);
      idsByOrder.get(payment.orderId)?.delete(paymentId);
      changes.emit(paymentId);
    },

    async find(query) {
      return find(query);
    },

    async keepEvent(event, effect) {
      const kept = events.get(event.eventId) ?? events.set(toNewStoredEvent(event));
      const isOpen = kept.state === 'unmatched' || kept.state === 'due';
      if (effect === undefined || !isOpen || kept.digest !== event.digest) return { event: kept };
      const before = mustHave(payments.get(effect.paymentId), `payment ${effect.paymentId}`);
      const payment = applyReport(before, effect.report, kept.state);
      if (payment !== before) put(payment);
      return { event: events.set({ ...kept, state: 'due' }), payment };
    },

    async markEvent(eventId, mark) {
      const event = mustHave(events.get(eventId), `event ${eventId}`);
      if ('hasFailed' in mark) return events.set({ ...event, failures: event.failures + 1 });
      const { reason: _, ...rest } = event;
      return events.set({ ...rest, ...mark });
    },

    async findEvents(query) {
      return events.find(query);
    },

    async waitForChange(paymentId, version, { timeoutMs, signal }) {
      if (payments.get(paymentId)?.version !== version) return;
      await changes.next(paymentId, timeoutMs, signal);
    },
  };
}
