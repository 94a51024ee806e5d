import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

const explanations = {
  missing_signature: 'The X-HajiQ-Signature header is missing.',
  malformed_signature: 'The X-HajiQ-Signature header is not of the form t=<seconds>,v1=<64 hex digits>.',
  signature_mismatch:
    'No secret gives this signature for these bytes: the webhook secret is another one, or the body was changed on the way (parsed and printed again, for example).',
  stale_signature: 'The delivery is well signed but older than five minutes.',
  future_signature: 'The delivery is well signed but more than five minutes ahead: compare the clocks.',
  unknown_event: 'No event of this id is remembered; ids are in the log, and begin with evt_.',
  invalid_event: 'The delivery is well signed but its body is not a HajiQ event.',
} as const;

export type WebhookErrorCode = keyof typeof explanations;

/** Says that a webhook delivery was not accepted. It never holds the payload, the header or the secret. */
export class WebhookError extends HajiqError<WebhookErrorCode> {
  override readonly name = 'WebhookError';

  constructor(code: WebhookErrorCode, options?: HajiqErrorOptions) {
    super(code, explanations[code], options);
  }
}
