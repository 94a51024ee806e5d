import type { StatusReport } from '../../protocol/mergeStatus.ts';
import type { Money } from '../../protocol/money.ts';

/** What is remembered of a payment. */
export interface StoredPayment extends Money {
  /** Ours: made when the order is claimed, before the gateway is called. */
  paymentId: string;
  orderId: string;
  /** The client secret, encrypted by the handler; undefined while the gateway is still being asked. */
  sealedSecret?: string;
  /** HajiQ Pay's own id; undefined until it has told one. */
  gatewayPaymentId?: string;
  /** When the order was claimed, in milliseconds since the epoch, by our clock. */
  createdAt: number;
  /** The status nearest the truth so far, and when it became so by the gateway's clock; 0 before its first report. */
  report: StatusReport;
  /** Whether the order has moved on to a payment at another price, or anew after a cancellation. */
  isSuperseded: boolean;
  /** How many attempts to pay it have failed, as far as events told. */
  declines: number;
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
  /** The other payments of the order that stepped back for it. */
  supersedes: readonly StoredPayment[];
}

/** Which payments to look for. */
export type PaymentQuery =
  | { paymentId: string }
  | { gatewayPaymentId: string }
  /** All of an order, the live one first. */
  | { orderId: string }
  /** Those not settled that were created in this time, in milliseconds since the epoch; the newest first. */
  | { openBetween: readonly [from: number, to: number]; limit: number };

/**
 * Where an event stands.
 *
 * `unmatched`: it is about no payment that is known (yet). `due`: its status is merged, and a handler of the merchant
 * has still to run. `handled`: it has had its whole effect. `quarantined`: it is kept aside and has none.
 */
export type EventState = 'unmatched' | 'due' | 'handled' | 'quarantined';

/** An event to be remembered. */
export interface NewEvent {
  eventId: string;
  /** Tells the bytes that were signed from any others. */
  digest: string;
  /** The event as JSON, as it arrived. It holds what the gateway tells of the customer. */
  body: string;
  orderId?: string;
  gatewayPaymentId?: string;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  /** Why it is kept aside; such an event changes no payment. */
  quarantine?: string;
}

/** What is remembered of an event. */
export interface StoredEvent extends Omit<NewEvent, 'quarantine'> {
  state: EventState;
  /** Why it is quarantined. */
  reason?: string;
  /** How often a handler threw at it. */
  failures: number;
}

/** Which events to look for. */
export type EventQuery =
  | { eventId: string }
  /** The newest first. */
  | { state: 'quarantined'; limit: number }
  /** Those `unmatched` that are about this order, or this payment of the gateway. */
  | { unmatchedOf: { orderId: string; gatewayPaymentId?: string } }
  /** Those in this state that were received in this time and have failed less often than this; the oldest first. */
  | {
      owed: 'unmatched' | 'due';
      receivedBetween: readonly [from: number, to: number];
      failuresBelow: number;
      limit: number;
    };

/** A piece of work that somebody has taken, until it expires. */
export interface Lease {
  key: string;
  /** Grows with each taking, so that one that has expired can be told from the next. */
  fence: number;
}

/**
 * What the server half remembers. Each method is one transaction.
 *
 * One order has one live payment, and at each price at most one that can be paid. Whoever claims the order first makes
 * it; everyone else gets the same one. A payment is never forgotten while its client secret may be out: it may still
 * be paid. `paymentStoreContract` of `hajiq-checkout/testing` tells whether a store of your own is right.
 */
export interface PaymentStore {
  /**
   * Returns the order's payment at this price, making it when there is none.
   *
   * `decideClaim` says which; it has to run while no other claim of the same order can.
   */
  claim(claim: PaymentClaim): Promise<ClaimResult>;
  /**
   * Adds what has become known of a payment. What is known already is kept, whatever is given: the first secret that
   * was attached is the only one that is ever released.
   */
  attach(
    paymentId: string,
    known: { sealedSecret?: string; gatewayPaymentId?: string },
  ): Promise<StoredPayment>;
  /** Gives up a claim whose intent was not made, so that the next request may try again. */
  release(paymentId: string): Promise<void>;
  find(query: PaymentQuery): Promise<StoredPayment[]>;

  /**
   * Remembers an event and, with `effect`, merges what it reports of a payment: both or neither.
   *
   * An event that was remembered before is returned as it stands; where the bytes are others, or where it is handled
   * or quarantined, nothing changes. A `failed` report counts as a decline the first time its event is merged.
   */
  keepEvent(
    event: NewEvent,
    effect?: { paymentId: string; report: StatusReport },
  ): Promise<{ event: StoredEvent; payment?: StoredPayment }>;
  /** Moves an event to another state; or counts a failure of its handler, and leaves the state as it was. */
  markEvent(
    eventId: string,
    mark: { state: EventState; reason?: string } | { hasFailed: true },
  ): Promise<StoredEvent>;
  findEvents(query: EventQuery): Promise<StoredEvent[]>;

  /** Takes a piece of work for a time: it is `done` for ever, or somebody is `busy` with it, or the lease is yours. */
  lease(key: string, ms: number): Promise<Lease | 'done' | 'busy'>;
  /** Prolongs a lease by this many milliseconds from now; false when it is no longer yours. */
  renew(lease: Lease, ms: number): Promise<boolean>;
  /** Ends a lease: the work is done for ever, or free to be taken again. A lease that has passed on changes nothing. */
  endLease(lease: Lease, outcome: 'done' | 'free'): Promise<void>;

  /** Resolves when the payment is no longer at this version, or after the time, or when the signal aborts. */
  waitForChange(
    paymentId: string,
    version: number,
    until: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<void>;
}
