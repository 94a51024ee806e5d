import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The guide's error codes that this gateway answers with, and their HTTP status. */
export const statusOfCode = {
  MISSING_API_KEY: 401,
  INVALID_API_KEY: 401,
  VALIDATION_ERROR: 400,
  INVALID_AMOUNT: 400,
  UNSUPPORTED_CURRENCY: 400,
  PAYMENT_NOT_FOUND: 404,
  PAYMENT_CANNOT_BE_CANCELLED: 400,
  PAYMENT_NOT_REFUNDABLE: 400,
  INVALID_REFUND_AMOUNT: 400,
  REFUND_NOT_FOUND: 404,
} as const satisfies Record<string, ContentfulStatusCode>;

/** A refusal in the guide's terms. */
export class ApiError extends Error {
  readonly code: keyof typeof statusOfCode;
  constructor(code: keyof typeof statusOfCode, message: string) {
    super(message);
    this.code = code;
  }
}
