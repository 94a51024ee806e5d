import { ConfigError } from '../errors/ConfigError.ts';
import type { Money } from '../protocol/money.ts';
import { assertWebhookSecret } from '../webhooks/assertWebhookSecret.ts';
import { memoryStore } from './store/memoryStore.ts';
import type { PaymentStore } from './store/PaymentStore.ts';

/** What a customer owes for an order, as the merchant's server knows it. */
export interface Order {
  /** An integer in minor units ($50.00 = 5000), from 100 to 10,000,000. Never rounded for you. */
  amount: number;
  /** USD, GBP, EUR, AED or SAR, in either case. */
  currency: string;
  /** What is bought, as the gateway shows it to the merchant. */
  description?: string;
  customerEmail?: string;
  customerName?: string;
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

export interface HajiqHandlerOptions {
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
   * It runs once per payment unless it throws; then the delivery is answered 500 and the next one runs it again, so
   * let it do its work in one transaction or make it safe to run twice.
   */
  onPaymentSucceeded: PaymentHandler;
  /** Runs once per failed attempt. The payment is still open: do not cancel the order here. */
  onPaymentFailed?: PaymentHandler;
  /** Runs once when the payment was cancelled. */
  onPaymentCancelled?: PaymentHandler;
  /** Remembers payments. Defaults to `memoryStore()`: one process, forgotten when it ends. */
  store?: PaymentStore;
  /** Where the handler is mounted. Defaults to `/api/hajiq`. */
  basePath?: string;
  /** HajiQ Pay's base URL. Defaults to the published one; the sandbox prints its own. */
  gatewayUrl?: string;
  /** Calls out to the gateway. Defaults to the global `fetch`. */
  fetch?: typeof fetch;
  /** Defaults to the console, for warnings and errors. */
  logger?: Logger;
}

const consoleLogger: Logger = {
  info: () => {},
  warn: (message, details) => console.warn(`[hajiq-checkout] ${message}`, details ?? ''),
  error: (message, details) => console.error(`[hajiq-checkout] ${message}`, details ?? ''),
};

/** A logger that throws must not turn a paid order into an error. */
function toSafeLogger(logger: Logger): Logger {
  const guard =
    (level: keyof Logger): Logger['info'] =>
    (message, details) => {
      try {
        logger[level](message, details);
      } catch (error) {
        console.error('[hajiq-checkout] the logger threw', error);
      }
    };
  return { info: guard('info'), warn: guard('warn'), error: guard('error') };
}

function requireFunction(options: HajiqHandlerOptions, name: 'resolveOrder' | 'onPaymentSucceeded'): void {
  if (typeof options[name] !== 'function') {
    throw new ConfigError('invalid_option', { detail: `createHajiqHandler needs \`${name}\`, a function.` });
  }
}

/** Checks the options as far as they can be checked, and fills in the defaults. @throws {ConfigError} When one is missing or unsafe. */
export function resolveOptions(options: HajiqHandlerOptions) {
  requireFunction(options, 'resolveOrder');
  requireFunction(options, 'onPaymentSucceeded');
  const webhookSecrets =
    typeof options.webhookSecret === 'string' ? [options.webhookSecret] : options.webhookSecret;
  if (!Array.isArray(webhookSecrets) || webhookSecrets.length === 0) {
    throw new ConfigError('invalid_option', { detail: 'createHajiqHandler needs `webhookSecret`.' });
  }
  webhookSecrets.forEach(assertWebhookSecret);
  const basePath = (options.basePath ?? '/api/hajiq').replace(/\/+$/, '');
  if (basePath !== '' && !basePath.startsWith('/')) {
    throw new ConfigError('invalid_option', { detail: '`basePath` has to start with a slash.' });
  }
  return {
    ...options,
    webhookSecrets: webhookSecrets as readonly string[],
    basePath,
    store: options.store ?? memoryStore(),
    logger: toSafeLogger(options.logger ?? consoleLogger),
  };
}
