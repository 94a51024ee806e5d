import { RequestError } from '../errors/RequestError.ts';
import { toErrorResponse } from './errorResponse.ts';
import { createHandlerContext, type HandlerContext } from './HandlerContext.ts';
import type { HajiqHandlerOptions } from './options.ts';
import { createPayment } from './routes/createPayment.ts';
import { readStatus } from './routes/readStatus.ts';
import { receiveWebhook } from './routes/receiveWebhook.ts';

/** Answers the browser half and HajiQ Pay's webhooks. Never rejects: every error becomes a response. */
export type HajiqHandler = (request: Request) => Promise<Response>;

type Route = (request: Request, context: HandlerContext, paymentId: string) => Promise<Response>;

function findRoute(path: string): { method: string; route: Route; paymentId: string } | undefined {
  if (path === '/payments') return { method: 'POST', route: createPayment, paymentId: '' };
  if (path === '/webhook') return { method: 'POST', route: receiveWebhook, paymentId: '' };
  const paymentId = /^\/payments\/([\w-]{1,64})$/.exec(path)?.[1];
  return paymentId === undefined ? undefined : { method: 'GET', route: readStatus, paymentId };
}

function toRoutePath(url: string, basePath: string): string | undefined {
  const { pathname } = new URL(url);
  if (!pathname.startsWith(`${basePath}/`)) return undefined;
  return pathname.slice(basePath.length).replace(/(.)\/$/, '$1');
}

/**
 * Makes the merchant's one endpoint: it creates payments, answers their status and receives HajiQ Pay's webhooks.
 *
 * It is a function of a Web `Request` to a `Response`; `toNodeHandler` mounts it in Express and `node:http`.
 * Under `basePath` it serves `POST /payments`, `GET /payments/{paymentId}` and `POST /webhook`.
 *
 * @throws {ConfigError} When an option is missing or unsafe: an empty webhook secret, a gateway that is not https.
 *
 * @example
 * export const handler = createHajiqHandler({
 *   apiKey: process.env.HAJIQ_API_KEY ?? '',
 *   webhookSecret: process.env.HAJIQ_WEBHOOK_SECRET ?? '',
 *   resolveOrder: async (orderId) => orders.get(orderId) ?? null,
 *   onPaymentSucceeded: async ({ orderId }) => orders.fulfil(orderId),
 * });
 */
export function createHajiqHandler(options: HajiqHandlerOptions): HajiqHandler {
  const context = createHandlerContext(options);

  return async function hajiqHandler(request) {
    try {
      const path = toRoutePath(request.url, context.basePath);
      const found = path === undefined ? undefined : findRoute(path);
      if (found === undefined) throw new RequestError('route_not_found');
      if (request.method !== found.method) {
        const refusal = new RequestError('method_not_allowed');
        return toErrorResponse(refusal, request, context.logger, { Allow: found.method });
      }
      return await found.route(request, context, found.paymentId);
    } catch (error) {
      return toErrorResponse(error, request, context.logger);
    }
  };
}
