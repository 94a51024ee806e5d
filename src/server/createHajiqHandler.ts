import { BackendError } from '../errors/BackendError.ts';
import { findAddressBucket } from './access/clientAddress.ts';
import { toErrorResponse } from './errorResponse.ts';
import type { EventOutcome } from './events/IncomingEvent.ts';
import { replay } from './events/replay.ts';
import { createHandlerContext, type HandlerContext } from './HandlerContext.ts';
import type { HajiqHandlerOptions } from './options.ts';
import { findRoute } from './routes/findRoute.ts';
import { sweep, type SweepReport } from './sweep.ts';

/** What an adapter knows of the connection a request came on. */
export interface Connection {
  /** The other end's network address. */
  address?: string;
}

/** Answers the browser half and HajiQ Pay's webhooks. Never rejects: every error becomes a response. */
export type RequestHandler = (request: Request, connection?: Connection) => Promise<Response>;

/** The merchant's one endpoint, with what its operator needs. */
export interface HajiqHandler extends RequestHandler {
  /**
   * Runs a remembered event again: one whose handler has thrown six times, or one that was set aside and is thought to
   * be right. What is done already is not done twice. The ids are in the log.
   *
   * @throws {WebhookError} `unknown_event` when no event of this id is remembered.
   * @throws What the merchant's handler throws.
   */
  replay(eventId: string): Promise<EventOutcome>;
  /**
   * Finishes what was left: events whose handlers have not returned, and payments that stand open for a quarter of an
   * hour, which are read from the gateway. Call it once a minute, on any number of instances. Never rejects.
   *
   * @example
   * setInterval(() => void handler.sweep(), 60_000);
   */
  sweep(): Promise<SweepReport>;
}

async function answer(
  request: Request,
  connection: Connection,
  headers: Headers,
  context: HandlerContext,
): Promise<Response> {
  const found = findRoute(request.url, context.basePath);
  if (found === undefined) throw new BackendError('route_not_found');
  if (found.isForBrowsers) {
    for (const [name, value] of Object.entries(await context.origins.admit(request))) {
      headers.set(name, value);
    }
    const isPreflight = request.headers.has('access-control-request-method');
    if (request.method === 'OPTIONS' && isPreflight) return context.origins.answerPreflight(found.method);
  }
  if (request.method !== found.method) {
    headers.set('Allow', found.method);
    throw new BackendError('method_not_allowed');
  }
  const address = findAddressBucket(request, connection.address, context);
  return found.route({ request, address, paymentId: found.paymentId }, context);
}

/**
 * Makes the merchant's one endpoint: it creates payments, answers their status and receives HajiQ Pay's webhooks.
 *
 * It is a function of a Web `Request` to a `Response`; `toNodeHandler` mounts it in Express and `node:http`.
 * Under `basePath` it serves `POST /payments`, `GET /payments/{paymentId}`, `GET /donation` and `POST /webhook`.
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

  async function hajiqHandler(request: Request, connection: Connection = {}): Promise<Response> {
    const requestId = crypto.randomUUID();
    const headers = new Headers({ 'X-Request-Id': requestId });
    let response: Response;
    try {
      response = await answer(request, connection, headers, context);
    } catch (error) {
      response = toErrorResponse(error, request, requestId, context.logger);
    }
    headers.forEach((value, name) => response.headers.set(name, value));
    return response;
  }

  return Object.assign(hajiqHandler, {
    replay: (eventId: string) => replay(eventId, context),
    sweep: () => sweep(context),
  });
}
