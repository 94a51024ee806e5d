import { ConfigError } from '../../errors/ConfigError.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import { isClientSecret } from '../../protocol/payment.ts';
import { toCurrency } from '../../protocol/currency.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import type { Money } from '../../protocol/money.ts';
import { requestGateway } from './requestGateway.ts';

/** The published base URL of HajiQ Pay (the guide). */
const GATEWAY_URL = 'https://api.amalq.org/api/v1/hajiq-pay/external';

export interface GatewayClientOptions {
  /** The HajiQ API key, `hqp_…`. */
  apiKey: string;
  /** HajiQ Pay's base URL, https unless it is this machine. Defaults to the published one. */
  baseUrl?: string;
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
}

export interface CreatePaymentIntentInput extends Money {
  /** The merchant's own id of the order; webhooks bring it back. */
  externalReferenceId: string;
  customerEmail?: string;
  customerName?: string;
  description?: string;
  /** Sent as `Idempotency-Key`. The guide says nothing about it, so nothing relies on it. */
  idempotencyKey?: string;
}

/** What HajiQ Pay answers for a new payment intent. */
export interface CreatedPaymentIntent {
  clientSecret: string;
  /** HajiQ Pay's id of the payment. An inference from the webhook's object: it may be missing. */
  id?: string;
}

export interface GatewayClient {
  paymentIntents: {
    /**
     * Makes a payment intent. It moves no money; the customer's confirmation does.
     *
     * @throws {GatewayError} When HajiQ Pay refuses, fails, or answers something other than its guide describes.
     */
    create(input: CreatePaymentIntentInput): Promise<CreatedPaymentIntent>;
  };
}

/** Refuses what would send the API key in the clear or under another name. */
function checkOptions({ apiKey, baseUrl }: Required<Pick<GatewayClientOptions, 'apiKey' | 'baseUrl'>>): void {
  if (typeof apiKey !== 'string' || apiKey.trim() === '') {
    throw new ConfigError('invalid_option', { detail: 'The HajiQ API key (hqp_…) is missing.' });
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    // It travels in a header, and a runtime that refuses the header would quote it.
    throw new ConfigError('invalid_option', {
      detail:
        'The HajiQ API key has white space or a control character in it: a line break from a file, perhaps.',
    });
  }
  if (/^(pk|sk|rk|whsec)_/.test(apiKey)) {
    throw new ConfigError('wrong_key', { detail: '`apiKey` is another kind of key.' });
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isLocal = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !isLocal)) {
    throw new ConfigError('invalid_option', {
      detail:
        'The gateway URL has to be https (plain http is accepted for this machine only), for the API key travels to it.',
    });
  }
}

/** Refuses an intent over anything but what was asked for: its secret must not reach a customer. */
function assertEcho(data: Record<string, unknown>, asked: CreatePaymentIntentInput): void {
  const differs = (field: string, expected: unknown) =>
    data[field] !== undefined && data[field] !== null && data[field] !== expected;
  const isOtherMoney =
    differs('amount', asked.amount) ||
    (typeof data.currency === 'string' && toCurrency(data.currency) !== asked.currency);
  if (isOtherMoney || differs('externalReferenceId', asked.externalReferenceId)) {
    throw new GatewayError('bad_gateway_response', {
      detail: 'The intent is over another amount, currency or order than was asked for.',
    });
  }
}

/**
 * Makes a client of HajiQ Pay's API for the merchant's server.
 *
 * @throws {ConfigError} When the API key is missing or of another kind, or the base URL is not https.
 *
 * @example
 * const gateway = createGatewayClient({ apiKey: process.env.HAJIQ_API_KEY ?? '' });
 * const { clientSecret } = await gateway.paymentIntents.create({
 *   amount: 5000, // minor units: $50.00
 *   currency: 'USD',
 *   externalReferenceId: 'ORDER-12345',
 * });
 */
export function createGatewayClient({
  apiKey,
  baseUrl = GATEWAY_URL,
  fetch: send = fetch,
}: GatewayClientOptions): GatewayClient {
  checkOptions({ apiKey, baseUrl });
  const base = baseUrl.replace(/\/+$/, '');

  return {
    paymentIntents: {
      async create({ idempotencyKey, currency, ...input }) {
        const data = await requestGateway(send, `${base}/payment-intents`, {
          method: 'POST',
          headers: {
            'X-API-Key': apiKey,
            'Content-Type': 'application/json',
            ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
          },
          body: JSON.stringify({ ...input, currency: currency.toLowerCase() }),
        });
        if (!isRecord(data) || !isClientSecret(data.clientSecret)) {
          throw new GatewayError('bad_gateway_response', { detail: 'The answer holds no client secret.' });
        }
        assertEcho(data, { ...input, currency });
        return {
          clientSecret: data.clientSecret,
          ...(typeof data.id === 'string' && data.id !== '' && { id: data.id }),
        };
      },
    },
  };
}
