import type { StripeErrorObject } from './toStripeObject.ts';

/** 501 is the sandbox's own: it cannot do what Stripe can. */
type RefusalStatus = 400 | 401 | 402 | 404 | 501;

/** A refusal in Stripe's terms. */
export class StripeApiError extends Error {
  readonly status: RefusalStatus;
  readonly body: StripeErrorObject;
  constructor(status: RefusalStatus, body: StripeErrorObject) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** Refuses a request as one that is made wrongly. */
export function refuse(
  status: RefusalStatus,
  message: string,
  details: { code?: string; param?: string } = {},
): never {
  throw new StripeApiError(status, { type: 'invalid_request_error', message, ...details });
}
