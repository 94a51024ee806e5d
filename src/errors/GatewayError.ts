import { errorTable, type GatewayErrorCode } from './errorTable.ts';
import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

interface GatewayErrorOptions extends HajiqErrorOptions {
  /** The HTTP status HajiQ Pay answered with. */
  status?: number;
  /** The guide's error code, such as `INVALID_API_KEY`. */
  gatewayCode?: string;
}

/** Says that HajiQ Pay did not do what the merchant's backend asked. Its text is for the log, never for a customer. */
export class GatewayError extends HajiqError<GatewayErrorCode> {
  override readonly name = 'GatewayError';
  /** The HTTP status HajiQ Pay answered with; undefined when there was no answer. */
  readonly status?: number;
  /** The guide's error code, such as `INVALID_API_KEY`, when the answer held one. */
  readonly gatewayCode?: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;

  constructor(code: GatewayErrorCode, { status, gatewayCode, ...options }: GatewayErrorOptions = {}) {
    super(code, options);
    this.retryable = errorTable[code].retryable;
    if (status !== undefined) this.status = status;
    if (gatewayCode !== undefined) this.gatewayCode = gatewayCode;
  }
}
