import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  invalid_request: 'Nothing was sent to HajiQ Pay; correct the input of the call.',
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
  /** Milliseconds HajiQ Pay asked to wait. */
  retryAfterMs?: number;
  /** Where it differs from the code's own: a refund of unknown outcome must not be asked for again blindly. */
  retryable?: boolean;
}

/** Says that HajiQ Pay did not do what the merchant's backend asked. Its text is for the log, never for a customer. */
export class GatewayError extends HajiqError<GatewayErrorCode> {
  override readonly name = 'GatewayError';
  /** The HTTP status HajiQ Pay answered with; undefined when there was no answer. */
  readonly status?: number;
  /** The guide's error code, such as `INVALID_API_KEY`, when the answer held one. */
  readonly gatewayCode?: string;
  /** Milliseconds to wait before the next call, from 1,000 to 30,000, when HajiQ Pay is short of capacity (429, 503). */
  readonly retryAfterMs?: number;
  /** Whether the same call may be made again later: it may succeed then, and no money can move twice. */
  readonly retryable: boolean;

  constructor(
    code: GatewayErrorCode,
    { status, gatewayCode, retryAfterMs, retryable, ...options }: GatewayErrorOptions = {},
  ) {
    super(code, explanations[code], options);
    this.retryable = retryable ?? (code === 'gateway_unavailable' || code === 'bad_gateway_response');
    if (status !== undefined) this.status = status;
    if (gatewayCode !== undefined) this.gatewayCode = gatewayCode;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
