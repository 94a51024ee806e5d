import { GatewayError } from '../errors/GatewayError.ts';
import { HajiqError } from '../errors/HajiqError.ts';
import { RequestError } from '../errors/RequestError.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { jsonResponse } from './jsonResponse.ts';
import type { Logger } from './options.ts';

interface PublicError {
  status: number;
  code: string;
  message: string;
}

/** Chooses what an outsider is told: our own set-up and the gateway's words stay in the log. */
function toPublicError(error: unknown): PublicError {
  if (error instanceof WebhookError) return { status: 400, code: error.code, message: error.message };
  if (error instanceof RequestError) return error;
  if (!(error instanceof GatewayError)) return new RequestError('internal_error');
  const status = error.code === 'gateway_unavailable' ? 503 : 502;
  return new RequestError('payment_unavailable', { status });
}

/** Turns whatever was thrown into a response, in this one place, and logs what an operator has to mend. */
export function toErrorResponse(
  error: unknown,
  logger: Logger,
  headers: Record<string, string> = {},
): Response {
  const requestId = crypto.randomUUID();
  const { status, code, message } = toPublicError(error);
  const isOurs = status >= 500;
  const described = error instanceof HajiqError ? `${error.code}: ${error.message}` : String(error);
  logger[isOurs ? 'error' : 'info'](described, { requestId, status, ...(isOurs && { error }) });
  return jsonResponse(
    status,
    { error: { code, message, requestId } },
    { 'X-Request-Id': requestId, ...headers },
  );
}
