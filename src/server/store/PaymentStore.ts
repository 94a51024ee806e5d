import type { StatusReport } from '../../protocol/mergeStatus.ts';
import type { Money } from '../../protocol/money.ts';

/** What is remembered of a payment. */
export interface StoredPayment extends Money {
  /** Ours: made when the order is claimed, before the gateway is called. */
  paymentId: string;
  orderId: string;
  /** Undefined while the gateway is still being asked. */
  clientSecret?: string;
  /** HajiQ Pay's own id; undefined when it told none. */
  gatewayPaymentId?: string;
  /** When the order was claimed, in milliseconds since the epoch, by our clock. */
  createdAt: number;
  /** The status nearest the truth so far, and when it became so by the gateway's clock; 0 before its first report. */
  report: StatusReport;
  /** Whether the order has moved on to another payment (its price changed): money that arrives here fulfils nothing. */
  isSuperseded: boolean;
  /** Counts the changes, so that a waiting browser can say which one it has seen. */
  version: number;
}

/** What a claim asks for. */
export interface PaymentClaim extends Money {
  /** The id the payment gets if the claim makes one. */
  paymentId: string;
  orderId: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/**
 * What the server half remembers. Each method is atomic.
 *
 * One order has one live payment. Whoever claims the order first makes it; everyone else gets the same one.
 */
export interface PaymentStore {
  /**
   * Returns the order's live payment, making it when there is none at this price.
   *
   * A payment at another price is superseded, unless money has moved on it. A cancelled one is replaced.
   */
  claim(claim: PaymentClaim): Promise<{ payment: StoredPayment; isNew: boolean }>;
  /** Adds what the gateway gave to a claimed payment. */
  attachIntent(
    paymentId: string,
    intent: { clientSecret: string; gatewayPaymentId?: string },
  ): Promise<StoredPayment>;
  /** Gives up a claim whose intent was not made, so that the next request may try again. */
  release(paymentId: string): Promise<void>;
  read(paymentId: string): Promise<StoredPayment | undefined>;
  /** Finds the payment an event is about: by the gateway's id where it is known, else the order's live one. */
  find(of: { gatewayPaymentId?: string; orderId?: string }): Promise<StoredPayment | undefined>;
  /** Merges a report into the payment's status and returns the result. */
  report(paymentId: string, report: StatusReport): Promise<StoredPayment>;
  /** Takes a piece of work that must be done once: `run` it, it is `done`, or somebody is `busy` with it. */
  beginWork(key: string): Promise<'run' | 'done' | 'busy'>;
  /** Ends a piece of work: done for ever, or free to be taken again. */
  endWork(key: string, outcome: 'done' | 'failed'): Promise<void>;
  /** Resolves when the payment is no longer at this version, or after the time, or when the signal aborts. */
  waitForChange(
    paymentId: string,
    version: number,
    until: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<void>;
}
