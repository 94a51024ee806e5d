import { errorTable, type ErrorCode } from '../errors/errorTable.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { HajiqError } from '../errors/HajiqError.ts';
import { RequestError } from '../errors/RequestError.ts';
import { WebhookError } from '../errors/WebhookError.ts';
import { jsonResponse } from './jsonResponse.ts';
import type { Logger } from './options.ts';

/** The one error an outsider is told: what concerns our own set-up or the gateway stays in the log. */
function toPublicError(error: unknown): { code: ErrorCode; message: string; status: number } {
  if (error instanceof RequestError || error instanceof WebhookError) {
    return { code: error.code, message: error.message, status: errorTable[error.code].status };
  }
  const code = error instanceof GatewayError ? 'payment_unavailable' : 'internal_error';
  const status = error instanceof HajiqError ? errorTable[(error as HajiqError).code].status : 500;
  return { code, message: errorTable[code].message, status };
}

/** Turns whatever was thrown into a response, in this one place, and logs what an operator has to mend. */
export function toErrorResponse(
  error: unknown,
  logger: Logger,
  headers: Record<string, string> = {},
): Response {
  const requestId = crypto.randomUUID();
  const { code, message, status } = toPublicError(error);
  const isOurs = status >= 500;
  const described = error instanceof HajiqError ? `${error.code}: ${error.message}` : String(error);
  logger[isOurs ? 'error' : 'info'](described, { requestId, status, ...(isOurs && { error }) });
  return jsonResponse(
    status,
    { error: { code, message, requestId } },
    { 'X-Request-Id': requestId, ...headers },
  );
}
