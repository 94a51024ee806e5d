import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  gateway_refused: 'HajiQ Pay refused the request; see gatewayCode.',
  gateway_unavailable: 'HajiQ Pay did not answer in time or failed; try again later.',
  bad_gateway_response: 'HajiQ Pay answered something other than its guide describes.',
} as const;

export type GatewayErrorCode = keyof typeof explanations;

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
    super(code, explanations[code], options);
    this.retryable = code !== 'gateway_refused';
    if (status !== undefined) this.status = status;
    if (gatewayCode !== undefined) this.gatewayCode = gatewayCode;
  }
}
