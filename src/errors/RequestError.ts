import { errorTable, type RequestErrorCode } from './errorTable.ts';
import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

interface RequestErrorOptions extends HajiqErrorOptions {
  /** The HTTP status that was seen, where it differs from the table's. */
  status?: number;
  /** Milliseconds the backend asked to wait before the next request. */
  retryAfterMs?: number;
}

/** Says that a request between the browser and the merchant's backend (or Stripe.js) did not succeed. */
export class RequestError extends HajiqError<RequestErrorCode> {
  override readonly name = 'RequestError';
  /** The HTTP status: as seen by the browser, or as the handler answers it. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Milliseconds to wait before a retry, when the backend said so. */
  readonly retryAfterMs?: number;

  constructor(code: RequestErrorCode, { status, retryAfterMs, ...options }: RequestErrorOptions = {}) {
    super(code, options);
    this.status = status ?? errorTable[code].status;
    this.retryable = errorTable[code].retryable;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
