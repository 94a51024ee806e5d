import type { WebhookErrorCode } from './errorTable.ts';
import { HajiqError } from './HajiqError.ts';

/** Says that a webhook delivery was not accepted. It never holds the payload, the header or the secret. */
export class WebhookError extends HajiqError<WebhookErrorCode> {
  override readonly name = 'WebhookError';
}
