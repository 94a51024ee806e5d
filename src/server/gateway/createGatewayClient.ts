import { GatewayError } from '../../errors/GatewayError.ts';
import { assertId, assertIdempotencyKey, assertRefundAmount, requireMoney } from './assertGatewayInput.ts';
import { checkClientOptions } from './checkClientOptions.ts';
import { parseCreatedPaymentIntent } from './createdPaymentIntent.ts';
import type { GatewayClient } from './GatewayClient.ts';
import { gatewayCaller } from './gatewayCaller.ts';
import { fillPath, resolvePaths, type GatewayPaths } from './gatewayPaths.ts';
import { parseGatewayPayment } from './gatewayPayment.ts';
import { parseGatewayRefund, toRefundError } from './gatewayRefund.ts';
import { startDeadline } from './retryPolicy.ts';

/** The published base URL of HajiQ Pay (the guide). */
const GATEWAY_URL = 'https://api.amalq.org/api/v1/hajiq-pay/external';

/** What a gateway client is made from. */
export interface GatewayClientOptions {
  /** The HajiQ API key, `hqp_…`. */
  apiKey: string;
  /** HajiQ Pay's base URL, https unless it is this machine. Defaults to the published one. */
  baseUrl?: string;
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
  /** Where a call goes, should HajiQ Pay have it elsewhere than `gatewayPaths` infers. */
  paths?: Partial<GatewayPaths>;
}

/**
 * Makes a client of HajiQ Pay's API for the merchant's server.
 *
 * @throws {ConfigError} When the API key is missing or of another kind, the base URL is not https, or a path is none.
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
  paths: overrides = {},
}: GatewayClientOptions): GatewayClient {
  checkClientOptions({ apiKey, baseUrl });
  const paths = resolvePaths(overrides);
  const call = gatewayCaller({ apiKey, baseUrl: baseUrl.replace(/\/+$/, ''), send });

  const read = (path: string, capability: string, endsAt?: number) =>
    call({ method: 'GET', path, capability, tries: 3, movesMoney: false }, endsAt);

  async function retrievePayment(paymentId: string, endsAt?: number) {
    assertId(paymentId, 'paymentId');
    const data = await read(fillPath(paths.retrievePaymentIntent, paymentId), 'read payments', endsAt);
    return parseGatewayPayment(data, paymentId);
  }

  /** Reads a payment that cannot be cancelled: it may be cancelled already, by a try whose answer was lost. */
  async function retrieveCancelled(paymentId: string, error: unknown, endsAt: number) {
    const cannot = error instanceof GatewayError && error.gatewayCode === 'PAYMENT_CANNOT_BE_CANCELLED';
    const payment = cannot ? await retrievePayment(paymentId, endsAt).catch(() => undefined) : undefined;
    if (payment?.status !== 'cancelled') throw error;
    return payment;
  }

  return {
    paymentIntents: {
      async create({ idempotencyKey = crypto.randomUUID(), amount, currency, ...input }) {
        const asked = { ...input, ...requireMoney({ amount, currency }) };
        assertIdempotencyKey(idempotencyKey);
        const data = await call({
          method: 'POST',
          path: paths.createPaymentIntent,
          body: { ...asked, currency: asked.currency.toLowerCase() },
          idempotencyKey,
          capability: 'make payment intents',
          tries: 2,
          movesMoney: false,
        });
        return parseCreatedPaymentIntent(data, asked);
      },

      retrieve: (paymentId) => retrievePayment(paymentId),

      async cancel(paymentId) {
        assertId(paymentId, 'paymentId');
        const endsAt = startDeadline();
        const path = fillPath(paths.cancelPaymentIntent, paymentId);
        try {
          const data = await call(
            { method: 'POST', path, capability: 'cancel payments', tries: 2, movesMoney: false },
            endsAt,
          );
          return parseGatewayPayment(data, paymentId);
        } catch (error) {
          return retrieveCancelled(paymentId, error, endsAt);
        }
      },
    },

    refunds: {
      async create({ paymentId, amount, reason, idempotencyKey = crypto.randomUUID() }) {
        assertId(paymentId, 'paymentId');
        assertRefundAmount(amount);
        assertIdempotencyKey(idempotencyKey);
        try {
          const data = await call({
            method: 'POST',
            path: fillPath(paths.createRefund, paymentId),
            body: { amount, reason },
            idempotencyKey,
            capability: 'make refunds',
            tries: 2,
            movesMoney: true,
          });
          return parseGatewayRefund(data, { paymentId });
        } catch (error) {
          throw toRefundError(error);
        }
      },

      async retrieve(refundId) {
        assertId(refundId, 'refundId');
        const data = await read(fillPath(paths.retrieveRefund, refundId), 'read refunds');
        return parseGatewayRefund(data, { id: refundId });
      },
    },
  };
}
