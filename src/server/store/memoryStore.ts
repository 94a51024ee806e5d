import { isSameMoney } from '../../protocol/money.ts';
import { mergeStatus } from '../../protocol/mergeStatus.ts';
import { changeSignal } from './changeSignal.ts';
import type { PaymentStore, StoredPayment } from './PaymentStore.ts';

const hasMoneyMoved = ({ report: { status } }: StoredPayment) =>
  status === 'succeeded' || status === 'refunded';

/**
 * Remembers payments in this process, and forgets them when it ends.
 *
 * For a first run, for tests and for a single long-lived process. On two instances, or where the process may be
 * restarted while a customer pays, a paid order could be lost.
 */
export function memoryStore(): PaymentStore {
  const payments = new Map<string, StoredPayment>();
  const liveByOrder = new Map<string, string>();
  const byGatewayId = new Map<string, string>();
  const work = new Map<string, 'running' | 'done'>();
  const changes = changeSignal();

  function change(paymentId: string, fields: Partial<StoredPayment>): StoredPayment {
    const payment = payments.get(paymentId);
    if (payment === undefined) throw new Error(`memoryStore: no payment ${paymentId}`);
    const next = { ...payment, ...fields, version: payment.version + 1 };
    payments.set(paymentId, next);
    changes.emit(paymentId);
    return next;
  }

  const live = (orderId: string) => payments.get(liveByOrder.get(orderId) ?? '');

  return {
    async claim({ paymentId, orderId, amount, currency, at }) {
      const current = live(orderId);
      if (current !== undefined) {
        const isUsable = isSameMoney(current, { amount, currency }) && current.report.status !== 'cancelled';
        if (isUsable || hasMoneyMoved(current)) return { payment: current, isNew: false };
        change(current.paymentId, { isSuperseded: true });
      }
      const payment: StoredPayment = {
        paymentId,
        orderId,
        amount,
        currency,
        createdAt: at,
        report: { status: 'pending', at: 0 },
        isSuperseded: false,
        version: 1,
      };
      payments.set(paymentId, payment);
      liveByOrder.set(orderId, paymentId);
      return { payment, isNew: true };
    },

    async attachIntent(paymentId, intent) {
      if (intent.gatewayPaymentId !== undefined) byGatewayId.set(intent.gatewayPaymentId, paymentId);
      return change(paymentId, intent);
    },

    async release(paymentId) {
      const payment = payments.get(paymentId);
      if (payment === undefined || payment.clientSecret !== undefined) return;
      payments.delete(paymentId);
      if (liveByOrder.get(payment.orderId) === paymentId) liveByOrder.delete(payment.orderId);
      changes.emit(paymentId);
    },

    async read(paymentId) {
      return payments.get(paymentId);
    },

    async find({ gatewayPaymentId, orderId }) {
      const known = gatewayPaymentId === undefined ? undefined : byGatewayId.get(gatewayPaymentId);
      if (known !== undefined) return payments.get(known);
      return orderId === undefined ? undefined : live(orderId);
    },

    async report(paymentId, report) {
      const payment = payments.get(paymentId);
      if (payment === undefined) throw new Error(`memoryStore: no payment ${paymentId}`);
      const merged = mergeStatus(payment.report, report);
      return merged === payment.report ? payment : change(paymentId, { report: merged });
    },

    async beginWork(key) {
      const state = work.get(key);
      if (state === undefined) work.set(key, 'running');
      return state === undefined ? 'run' : state === 'running' ? 'busy' : 'done';
    },

    async endWork(key, outcome) {
      if (outcome === 'done') work.set(key, 'done');
      else work.delete(key);
    },

    async waitForChange(paymentId, version, { timeoutMs, signal }) {
      if (payments.get(paymentId)?.version !== version) return;
      await changes.next(paymentId, timeoutMs, signal);
    },
  };
}
