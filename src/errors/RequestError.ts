import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

interface RequestFault {
  /** The HTTP status the merchant's backend answers with. */
  readonly status: number;
  /** Likely cause and remedy, for the developer. */
  readonly message: string;
}

const faults = {
  invalid_body: { status: 400, message: 'Send a JSON object with Content-Type: application/json.' },
  invalid_order_id: { status: 400, message: 'Send `orderId` as a string of 1 to 128 visible characters.' },
  unauthorized: { status: 401, message: 'Send the statusToken of this payment as a bearer token.' },
  origin_not_allowed: {
    status: 403,
    message:
      'The page is of another origin: name it in allowedOrigins. What is no browser needs allowNonBrowsers.',
  },
  challenge_required: { status: 403, message: 'The `challenge` of the backend wants a proof first.' },
  order_not_found: { status: 404, message: 'resolveOrder knows no such order.' },
  payment_not_found: { status: 404, message: 'No payment has this id.' },
  route_not_found: {
    status: 404,
    message:
      'The handler serves POST /payments, GET /payments/{paymentId} and POST /webhook under its basePath.',
  },
  method_not_allowed: { status: 405, message: 'Use the method named in the Allow header.' },
  body_too_slow: { status: 408, message: 'Send the body within ten seconds.' },
  order_already_settled: { status: 409, message: 'This order is settled; its payment is in the answer.' },
  body_too_large: { status: 413, message: 'Send a smaller body.' },
  unsupported_media_type: { status: 415, message: 'Send Content-Type: application/json, not compressed.' },
  donation_out_of_bounds: {
    status: 422,
    message: 'Send an amount in minor units and a currency within the `donation` bounds of the backend.',
  },
  order_locked: { status: 429, message: 'Too many cards were declined on this order: wait an hour.' },
  rate_limited: { status: 429, message: 'Too many requests: wait before the next one.' },
  invalid_order: {
    status: 500,
    message:
      'resolveOrder has to return { amount, currency } with an integer amount in minor units from 100 to 10,000,000 and one of USD, GBP, EUR, AED, SAR.',
  },
  internal_error: { status: 500, message: 'The backend failed; its log has the reason.' },
  payment_unavailable: {
    status: 502,
    message: 'The payment gateway did not make a payment; the backend log has the reason.',
  },
  payment_in_preparation: {
    status: 503,
    message: 'This payment is being prepared by another request; ask again.',
  },
  store_unavailable: { status: 503, message: 'The backend could not reach its memory of payments.' },
  backend_unreachable: {
    status: 503,
    message:
      'The merchant backend could not be reached: check backendUrl, that the server runs, and CORS when it is on another host.',
  },
  backend_answer_invalid: {
    status: 502,
    message:
      'The merchant backend did not answer in the HajiQ checkout protocol: check that backendUrl is where the HajiQ handler is mounted.',
  },
  stripe_js_unreachable: {
    status: 503,
    message:
      'Stripe.js could not be loaded: a content blocker, a Content-Security-Policy without https://js.stripe.com in script-src and frame-src, or no network.',
  },
  stripe_js_timeout: {
    status: 503,
    message: 'Stripe.js did not answer in time: the network is slow or blocks it silently.',
  },
} as const satisfies Record<string, RequestFault>;

export type RequestErrorCode = keyof typeof faults;

/** Tells whether a value is one of the codes of a {@link RequestError}. */
export function isRequestErrorCode(code: unknown): code is RequestErrorCode {
  return typeof code === 'string' && Object.hasOwn(faults, code);
}

interface RequestErrorOptions extends HajiqErrorOptions {
  /** The HTTP status that was seen, where it differs from the code's own. */
  status?: number;
  /** Milliseconds the backend asked to wait before the next request. */
  retryAfterMs?: number;
}

/** Says that a request between the browser and the merchant's backend (or Stripe.js) did not succeed. */
export class RequestError extends HajiqError<RequestErrorCode> {
  override readonly name = 'RequestError';
  /** The HTTP status: as seen by the browser, or as the handler answers it. */
  readonly status: number;
  /** Milliseconds to wait before a retry, when the backend said so. */
  readonly retryAfterMs?: number;

  constructor(code: RequestErrorCode, { status, retryAfterMs, ...options }: RequestErrorOptions = {}) {
    super(code, faults[code].message, options);
    this.status = status ?? faults[code].status;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may succeed later: the server's own faults pass, the caller's do not. */
  get retryable(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}
