import type { Currency } from '../protocol/currency.ts';
import type { Money } from '../protocol/money.ts';
import type { WebhookEvent } from '../webhooks/parseEvent.ts';
import type { ChallengeReason } from './access/ChallengeReason.ts';
import type { AddressOptions } from './access/clientAddress.ts';
import type { OriginOptions } from './access/origins.ts';
import type { RateLimits } from './access/rateLimits.ts';
import type { GatewayPaths } from './gateway/gatewayPaths.ts';
import type { PaymentStore } from './store/PaymentStore.ts';

interface OrderDetails {
  /** What is bought, as the gateway shows it to the merchant. */
  description?: string;
  customerEmail?: string;
  customerName?: string;
}

/** What a customer owes for an order, as the merchant's server knows it. */
export interface FixedOrder extends OrderDetails {
  /** Anything but true leaves the price to the server. */
  donation?: false;
  /** An integer in minor units ($50.00 = 5000), from 100 to 10,000,000. Never rounded for you. */
  amount: number;
  /** USD, GBP, EUR, AED or SAR, in either case. */
  currency: string;
}

/** A donation: the donor names the amount, within the handler's `donation` bounds. Each donation has an id of its own. */
export interface DonationOrder extends OrderDetails {
  donation: true;
}

export type Order = FixedOrder | DonationOrder;

/** Within which bounds an amount from the browser counts. */
export interface DonationBounds {
  /** The least and the greatest amount, in minor units; integers from 100 to 10,000,000. */
  min: number;
  max: number;
  /** Upper-case codes of those HajiQ Pay takes. */
  currencies: readonly Currency[];
}

/** A payment as the merchant's handlers get it. */
export interface HandledPayment extends Money {
  paymentId: string;
  orderId: string;
  /** HajiQ Pay's own id, when it told one. */
  gatewayPaymentId?: string;
  customerEmail?: string;
  customerName?: string;
}

/** Where the server half writes what an operator should know. It is never given a key, secret, token, e-mail or name. */
export interface Logger {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

type PaymentHandler = (payment: HandledPayment) => void | Promise<void>;

export interface HajiqHandlerOptions extends OriginOptions, AddressOptions {
  /** The HajiQ API key, `hqp_…`. It stays on the server. */
  apiKey: string;
  /** The webhook secret, `whsec_…`; two of them while one replaces the other. */
  webhookSecret: string | readonly string[];
  /**
   * Tells what a customer owes for an order, or null when there is no such order (or it is not theirs).
   *
   * This is where the price is decided: the browser sends the order's id and no amount. It is asked each time the
   * checkout is shown; a changed price makes a new payment. Let the price depend on the order and not on who asks:
   * two prices for one order would each withdraw the other's payment.
   */
  resolveOrder: (orderId: string, request: Request) => Order | null | Promise<Order | null>;
  /**
   * Fulfils the order: money has moved, because a signed event said so.
   *
   * It runs once per order, unless it throws; then the delivery is answered 500 and the next one runs it again, so let
   * it do its work in one transaction or make it safe to run twice. `amount` is what was paid: compare it with what the
   * order costs, for an order may have grown after its checkout was shown.
   */
  onPaymentSucceeded: PaymentHandler;
  /** Runs once per failed attempt. The payment is still open: do not cancel the order here. */
  onPaymentFailed?: PaymentHandler;
  /** Runs once when the payment was cancelled; not for one that was withdrawn because the order's price has changed. */
  onPaymentCancelled?: PaymentHandler;
  /** Runs once when all of the money was given back. The guide publishes the status and no event: an inference. */
  onPaymentRefunded?: PaymentHandler;
  /** Runs once for each authentic event that is not set aside, those of unknown types included, after the others. */
  onEvent?: (event: WebhookEvent) => void | Promise<void>;
  /**
   * Tells whether whoever asks may pay for this order: compare the session's customer with the order's. A refusal is
   * answered like an order that does not exist. Leave it out only where the order's id itself cannot be guessed.
   */
  authorize?: (request: Request, orderId: string) => boolean | Promise<boolean>;
  /** Lets donors name the amount of orders that `resolveOrder` calls donations, within these bounds. */
  donation?: DonationBounds;
  /** How many payments may be asked for. On several instances, give limiters that count for all of them. */
  rateLimits?: RateLimits;
  /**
   * After how many declined cards an order is locked for an hour, its payment withdrawn. Defaults to 10: somebody who
   * tests stolen cards needs many, a customer few.
   */
  maxDeclines?: number;
  /**
   * Decides about a request that would be refused for its number: true when it proves to be a person's, by a captcha
   * token in a header, for example. The browser is told `challenge_required` otherwise.
   */
  challenge?: (request: Request, why: ChallengeReason) => boolean | Promise<boolean>;
  /** Remembers payments. Defaults to `memoryStore()`: one process, forgotten when it ends. Production needs another. */
  store?: PaymentStore;
  /** Where the handler is mounted. Defaults to `/api/hajiq`. */
  basePath?: string;
  /** HajiQ Pay's base URL. Defaults to the published one; the sandbox prints its own. */
  gatewayUrl?: string;
  /** The paths of HajiQ Pay's API that differ from those inferred. */
  gatewayPaths?: Partial<GatewayPaths>;
  /**
   * The secrets from which status tokens and the encryption of client secrets are derived: the first is used, all are
   * understood. Defaults to the API key. When you exchange that, give `[newKey, oldKey]` for a week.
   */
  sealingKeys?: readonly string[];
  /** Calls out to the gateway. Defaults to the global `fetch`. */
  fetch?: typeof fetch;
  /** Defaults to the console, for warnings and errors. */
  logger?: Logger;
}
