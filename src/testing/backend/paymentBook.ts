import { isSameMoney, type Money } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { ScriptedPayment } from './answers.ts';
import type { BackendFault } from './BackendScript.ts';
import { inTurn, type Turns } from './inTurn.ts';

/** A payment, and what is still to be told of it. */
export interface Entry {
  payment: ScriptedPayment;
  statuses: Turns<PaymentStatus | BackendFault>;
}

const shortId = () => crypto.randomUUID().replaceAll('-', '');

function newPayment(money: Money): ScriptedPayment {
  return {
    ...money,
    paymentId: crypto.randomUUID(),
    clientSecret: `pi_${shortId()}_secret_${shortId()}`,
    statusToken: shortId(),
    status: 'pending',
    updatedAt: new Date().toISOString(),
    version: 1,
  };
}

/** Remembers the payment of each order, one for each price. */
export function paymentBook(statuses: readonly (PaymentStatus | BackendFault)[]) {
  const entries = new Map<string, Entry>();
  const watchers = new Set<() => void>();

  return {
    of: (orderId: string): Entry | undefined => entries.get(orderId),

    byId: (paymentId: string): Entry | undefined =>
      [...entries.values()].find(({ payment }) => payment.paymentId === paymentId),

    /** Gives the order's payment at this price, and makes it where there is none. */
    at(orderId: string, price: Money): { entry: Entry; isNew: boolean } {
      const known = entries.get(orderId);
      if (known !== undefined && isSameMoney(known.payment, price)) return { entry: known, isNew: false };
      const entry = { payment: newPayment(price), statuses: inTurn(statuses, 'statuses') };
      entries.set(orderId, entry);
      return { entry, isNew: true };
    },

    setStatus(entry: Entry, status: PaymentStatus): void {
      const { payment } = entry;
      if (payment.status === status) return;
      const updatedAt = new Date().toISOString();
      entry.payment = { ...payment, status, updatedAt, version: payment.version + 1 };
      watchers.forEach((notify) => notify());
    },

    /** Resolves with the next change of any payment, or in so many seconds without. @throws What the signal was aborted for. */
    awaitChange: (seconds: number, signal: AbortSignal | undefined): Promise<void> =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void) => () => {
          watchers.delete(onChange);
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          settle();
        };
        const onChange = end(resolve);
        const onAbort = end(() => reject(signal?.reason));
        const timer = setTimeout(onChange, seconds * 1000);
        watchers.add(onChange);
        signal?.addEventListener('abort', onAbort);
      }),
  };
}
