import type { StatusReport } from '../../protocol/mergeStatus.ts';
import type { Money } from '../../protocol/money.ts';

/** What is remembered of a payment. */
export interface StoredPayment extends Money {
  /** Ours: made when the order is claimed, before the gateway is called. */
  paymentId: string;
  orderId: string;
  /** Undefined while the gateway is still being asked. */
  clientSecret?: string;
  /** HajiQ Pay's own id; undefined until it has told one. */
  gatewayPaymentId?: string;
  /** When the order was claimed, in milliseconds since the epoch, by our clock. */
  createdAt: number;
  /** The status nearest the truth so far, and when it became so by the gateway's clock; 0 before its first report. */
  report: StatusReport;
  /** Whether the order has moved on to a payment at another price, or anew after a cancellation. */
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

/** What a claim brought. */
export interface ClaimResult {
  payment: StoredPayment;
  /** Whether the claim made the payment: then its claimant has to ask the gateway for the intent. */
  isNew: boolean;
  /** Whether another payment of the order stepped back for it. */
  supersedes: boolean;
}

/**
 * What the server half remembers. Each method is atomic.
 *
 * One order has one live payment, and at each price at most one. Whoever claims the order first makes it; everyone
 * else gets the same one. A payment is never forgotten while its client secret may be out: it may still be paid.
 */
export interface PaymentStore {
  /**
   * Returns the order's payment at this price, making it when there is none.
   *
   * A payment on which money has moved stands for the order, whatever its price. A cancelled one is replaced.
   */
  claim(claim: PaymentClaim): Promise<ClaimResult>;
  /** Adds what the gateway gave to a claimed payment. */
  attachIntent(
    paymentId: string,
    intent: { clientSecret: string; gatewayPaymentId?: string },
  ): Promise<StoredPayment>;
  /** Adds the gateway's id to a payment that has none, once an event has told it. */
  attachGatewayId(paymentId: string, gatewayPaymentId: string): Promise<StoredPayment>;
  /** Gives up a claim whose intent was not made, so that the next request may try again. */
  release(paymentId: string): Promise<void>;
  read(paymentId: string): Promise<StoredPayment | undefined>;
  readByGatewayId(gatewayPaymentId: string): Promise<StoredPayment | undefined>;
  /** Returns all payments of an order, the live one first. */
  readOrder(orderId: string): Promise<StoredPayment[]>;
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
