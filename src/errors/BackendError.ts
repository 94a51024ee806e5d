import { RequestError, type RequestErrorOptions } from './RequestError.ts';

const faults = {
  invalid_body: { status: 400, explanation: 'Send a JSON object with Content-Type: application/json.' },
  invalid_order_id: {
    status: 400,
    explanation: 'Send `orderId` as a string of 1 to 128 visible characters.',
  },
  unauthorized: { status: 401, explanation: 'Send the statusToken of this payment as a bearer token.' },
  origin_not_allowed: {
    status: 403,
    explanation:
      'The page is of another origin: name it in allowedOrigins. What is no browser needs allowNonBrowsers.',
  },
  challenge_required: { status: 403, explanation: 'The `challenge` of the backend wants a proof first.' },
  order_not_found: { status: 404, explanation: 'resolveOrder knows no such order.' },
  payment_not_found: { status: 404, explanation: 'No payment has this id.' },
  donations_not_taken: {
    status: 404,
    explanation: 'The backend has no `donation` bounds: give them to createHajiqHandler.',
  },
  route_not_found: {
    status: 404,
    explanation:
      'The handler serves POST /payments, GET /payments/{paymentId}, GET /donation and POST /webhook under its basePath.',
  },
  method_not_allowed: { status: 405, explanation: 'Use the method named in the Allow header.' },
  body_too_slow: { status: 408, explanation: 'Send the body within ten seconds.' },
  order_already_settled: { status: 409, explanation: 'This order is settled; its payment is in the answer.' },
  body_too_large: { status: 413, explanation: 'Send a smaller body.' },
  unsupported_media_type: {
    status: 415,
    explanation: 'Send Content-Type: application/json, not compressed.',
  },
  donation_out_of_bounds: {
    status: 422,
    explanation: 'Send an amount in minor units and a currency within the `donation` bounds of the backend.',
  },
  order_locked: { status: 429, explanation: 'Too many cards were declined on this order: wait an hour.' },
  rate_limited: { status: 429, explanation: 'Too many requests: wait before the next one.' },
  invalid_order: {
    status: 500,
    explanation:
      'resolveOrder has to return { amount, currency } with an integer amount in minor units from 100 to 10,000,000 and one of USD, GBP, EUR, AED, SAR.',
  },
  internal_error: { status: 500, explanation: 'The backend failed; its log has the reason.' },
  payment_unavailable: {
    status: 502,
    explanation: 'The payment gateway did not make a payment; the backend log has the reason.',
  },
  payment_in_preparation: {
    status: 503,
    explanation: 'This payment is being prepared by another request; ask again.',
  },
  store_unavailable: { status: 503, explanation: 'The backend could not reach its memory of payments.' },
} as const;

/** The codes with which the merchant's backend answers. */
export type BackendErrorCode = keyof typeof faults;

/** Tells whether a value is a code with which the merchant's backend answers. */
export function isBackendErrorCode(code: unknown): code is BackendErrorCode {
  return typeof code === 'string' && Object.hasOwn(faults, code);
}

/**
 * Says that the backend does not do what it was asked. A {@link RequestError} on both sides of the wire; its words are
 * kept here, so that a browser downloads none of them: they come with the answer.
 */
export class BackendError extends RequestError {
  constructor(code: BackendErrorCode, options?: RequestErrorOptions) {
    super(code, { ...faults[code], ...options });
  }
}
