import { hasMoneyMoved } from '../../protocol/paymentStatus.ts';
import { isSameMoney } from '../../protocol/money.ts';
import { mergeStatus } from '../../protocol/mergeStatus.ts';
import { changeSignal } from './changeSignal.ts';
import type { PaymentClaim, PaymentStore, StoredPayment } from './PaymentStore.ts';

function toNewPayment({ paymentId, orderId, amount, currency, at }: PaymentClaim): StoredPayment {
  return {
    paymentId,
    orderId,
    amount,
    currency,
    createdAt: at,
    report: { status: 'pending', at: 0 },
    isSuperseded: false,
    version: 1,
  };
}

/**
 * Remembers payments in this process, and forgets them when it ends.
 *
 * For a first run, for tests and for a single long-lived process. On two instances, or where the process may be
 * restarted while a customer pays, a paid order could be lost.
 */
export function memoryStore(): PaymentStore {
  const payments = new Map<string, StoredPayment>();
  const idsByOrder = new Map<string, Set<string>>();
  const idsByGatewayId = new Map<string, string>();
  const work = new Map<string, 'running' | 'done'>();
  const changes = changeSignal();

  function require(paymentId: string): StoredPayment {
    const payment = payments.get(paymentId);
    if (payment === undefined) throw new Error(`memoryStore: no payment ${paymentId}`);
    return payment;
  }

  function change(paymentId: string, fields: Partial<StoredPayment>): StoredPayment {
    const payment = require(paymentId);
    const next = { ...payment, ...fields, version: payment.version + 1 };
    payments.set(paymentId, next);
    changes.emit(paymentId);
    return next;
  }

  const ofOrder = (orderId: string) =>
    [...(idsByOrder.get(orderId) ?? [])]
      .map(require)
      .toSorted((a, b) => Number(a.isSuperseded) - Number(b.isSuperseded));

  return {
    async claim(claim) {
      const { orderId } = claim;
      const known = ofOrder(orderId);
      const paid = known.find(({ report }) => hasMoneyMoved(report.status));
      if (paid !== undefined) return { payment: paid, isNew: false, supersedes: false };

      const same = known.find(
        (payment) => isSameMoney(payment, claim) && payment.report.status !== 'cancelled',
      );
      if (same !== undefined && !same.isSuperseded) {
        return { payment: same, isNew: false, supersedes: false };
      }
      const stepsBack = known.filter(({ isSuperseded }) => !isSuperseded);
      for (const { paymentId } of stepsBack) change(paymentId, { isSuperseded: true });
      const supersedes = stepsBack.length > 0;
      if (same !== undefined) {
        return { payment: change(same.paymentId, { isSuperseded: false }), isNew: false, supersedes };
      }
      const payment = toNewPayment(claim);
      payments.set(payment.paymentId, payment);
      idsByOrder.set(orderId, new Set([...(idsByOrder.get(orderId) ?? []), payment.paymentId]));
      return { payment, isNew: true, supersedes };
    },

    async attachIntent(paymentId, intent) {
      if (intent.gatewayPaymentId !== undefined) idsByGatewayId.set(intent.gatewayPaymentId, paymentId);
      return change(paymentId, intent);
    },

    async attachGatewayId(paymentId, gatewayPaymentId) {
      idsByGatewayId.set(gatewayPaymentId, paymentId);
      return change(paymentId, { gatewayPaymentId });
    },

    async release(paymentId) {
      const payment = payments.get(paymentId);
      if (payment === undefined || payment.clientSecret !== undefined) return;
      payments.delete(paymentId);
      idsByOrder.get(payment.orderId)?.delete(paymentId);
      changes.emit(paymentId);
    },

    async read(paymentId) {
      return payments.get(paymentId);
    },

    async readByGatewayId(gatewayPaymentId) {
      return payments.get(idsByGatewayId.get(gatewayPaymentId) ?? '');
    },

    async readOrder(orderId) {
      return ofOrder(orderId);
    },

    async report(paymentId, report) {
      const payment = require(paymentId);
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
