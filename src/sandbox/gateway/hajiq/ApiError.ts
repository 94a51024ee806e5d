import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The guide's error codes, all of them, and their HTTP status. */
export const statusOfCode = {
  MISSING_API_KEY: 401,
  INVALID_API_KEY: 401,
  API_KEY_EXPIRED: 401,
  API_KEY_REVOKED: 401,
  INSUFFICIENT_SCOPE: 403,
  RATE_LIMITED: 429,
  VALIDATION_ERROR: 400,
  INVALID_AMOUNT: 400,
  UNSUPPORTED_CURRENCY: 400,
  PAYMENT_NOT_FOUND: 404,
  PAYMENT_CANNOT_BE_CANCELLED: 400,
  PAYMENT_NOT_REFUNDABLE: 400,
  INVALID_REFUND_AMOUNT: 400,
  REFUND_NOT_FOUND: 404,
  INTERNAL_ERROR: 500,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ApiErrorCode = keyof typeof statusOfCode;

/** A refusal in the guide's terms. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly retryAfterMs: number | undefined;
  constructor(code: ApiErrorCode, message: string, retryAfterMs?: number) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
