import { GatewayError } from '../errors/GatewayError.ts';
import { HajiqError } from '../errors/HajiqError.ts';
import { BackendError } from '../errors/BackendError.ts';
import { RequestError } from '../errors/RequestError.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { jsonResponse } from './jsonResponse.ts';
import type { Logger } from './options.ts';

interface PublicError {
  status: number;
  code: string;
  message: string;
  retryAfterMs?: number;
}

/** Chooses what an outsider is told: our own set-up and the gateway's words stay in the log. */
function toPublicError(error: unknown): PublicError {
  if (error instanceof WebhookError) return { status: 400, code: error.code, message: error.message };
  if (error instanceof RequestError) return error;
  // A call that was never sent is a fault of this backend, not of the gateway.
  if (!(error instanceof GatewayError) || error.code === 'invalid_request') {
    return new BackendError('internal_error');
  }
  const status = error.code === 'gateway_unavailable' ? 503 : 502;
  return new BackendError('payment_unavailable', { status, retryAfterMs: error.retryAfterMs });
}

/** Says who has to hear of it: the operator of a fault of ours, or of news from HajiQ Pay that could not be taken. */
function toLevel(error: unknown, status: number): keyof Logger {
  if (error instanceof WebhookError) return isAuthentic(error) ? 'error' : 'warn';
  return status >= 500 ? 'error' : 'info';
}

const isAuthentic = ({ code }: WebhookError) =>
  code === 'invalid_event' || code === 'stale_signature' || code === 'future_signature';

/** Turns whatever was thrown into a response, in this one place, and logs it for whoever can act on it. */
export function toErrorResponse(
  error: unknown,
  request: Request,
  requestId: string,
  logger: Logger,
): Response {
  const { status, code, message, retryAfterMs } = toPublicError(error);
  const described = error instanceof HajiqError ? `${error.code}: ${error.message}` : String(error);
  if (request.signal.aborted) logger.info('the client hung up', { requestId });
  else logger[toLevel(error, status)](described, { requestId, status, ...(status >= 500 && { error }) });
  return jsonResponse(
    status,
    { error: { code, message, requestId } },
    retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  );
}
