interface ErrorTableRow {
  /** The HTTP status the merchant's backend answers with when this error ends a request. */
  readonly status: number;
  /** Whether the same request may succeed later, unchanged. */
  readonly retryable: boolean;
  /** Likely cause and remedy, for the developer. */
  readonly message: string;
}

const row = (status: number, retryable: boolean, message: string): ErrorTableRow => ({
  status,
  retryable,
  message,
});

/** Errors of set-up: a developer has to change code or configuration. */
const configErrors = {
  invalid_option: row(500, false, 'Correct the option and start again.'),
  wrong_key: row(
    500,
    false,
    'Use the Stripe publishable key (pk_…) in the browser, and the HajiQ API key (hqp_…) and webhook secret (whsec_…) on the server only.',
  ),
  body_already_parsed: row(
    500,
    false,
    'A body parser such as express.json() has consumed the request before the HajiQ handler saw its raw bytes, so the signature cannot be checked. Mount the HajiQ handler before express.json(), or exclude its path from the parser.',
  ),
  missing_provider: row(500, false, 'Render this component or hook inside <HajiqCheckout>.'),
  server_entry_in_browser: row(
    500,
    false,
    'hajiq-checkout/server was imported by code that is bundled for the browser. It works with the API key and the webhook secret: import it on the server only.',
  ),
} as const;

/** Errors between the browser and the merchant's backend. */
const requestErrors = {
  invalid_body: row(400, false, 'Send a JSON object with Content-Type: application/json.'),
  invalid_order_id: row(400, false, 'Send `orderId` as a string of 1 to 128 visible characters.'),
  unauthorized: row(401, false, 'Send the statusToken of this payment as a bearer token.'),
  order_not_found: row(404, false, 'resolveOrder knows no such order.'),
  payment_not_found: row(404, false, 'No payment has this id.'),
  route_not_found: row(
    404,
    false,
    'The handler serves POST /payments, GET /payments/{paymentId} and POST /webhook under its basePath.',
  ),
  method_not_allowed: row(405, false, 'Use the method named in the Allow header.'),
  order_already_settled: row(409, false, 'This order is settled; its payment is in the answer.'),
  body_too_large: row(413, false, 'Send a smaller body.'),
  unsupported_media_type: row(415, false, 'Send Content-Type: application/json, not compressed.'),
  invalid_order: row(
    500,
    false,
    'resolveOrder has to return { amount, currency } with an integer amount in minor units from 100 to 10,000,000 and one of USD, GBP, EUR, AED, SAR.',
  ),
  internal_error: row(500, true, 'The backend failed; its log has the reason.'),
  payment_unavailable: row(
    502,
    true,
    'The payment gateway did not make a payment; the backend log has the reason.',
  ),
  payment_in_preparation: row(503, true, 'This payment is being prepared by another request; ask again.'),
  backend_unreachable: row(
    503,
    true,
    'The merchant backend could not be reached: check backendUrl, that the server runs, and CORS when it is on another host.',
  ),
  backend_answer_invalid: row(
    502,
    true,
    'The merchant backend did not answer in the HajiQ checkout protocol: check that backendUrl is where the HajiQ handler is mounted.',
  ),
  stripe_js_unreachable: row(
    503,
    true,
    'Stripe.js could not be loaded: a content blocker, a Content-Security-Policy without https://js.stripe.com in script-src and frame-src, or no network.',
  ),
  stripe_js_timeout: row(
    503,
    true,
    'Stripe.js did not answer in time: the network is slow or blocks it silently.',
  ),
} as const;

/** Errors of the card: the customer can act. */
const paymentErrors = {
  card_incomplete: row(402, true, 'The card fields are not complete or not valid; nothing was sent.'),
  confirmation_lost: row(402, true, 'The confirmation did not reach Stripe; nothing was charged.'),
  card_declined: row(402, true, 'The card was declined; another card may pass.'),
  authentication_failed: row(402, true, 'The customer did not pass 3-D Secure; nothing was charged.'),
} as const;

/** Errors between the merchant's backend and HajiQ Pay. */
const gatewayErrors = {
  gateway_refused: row(502, false, 'HajiQ Pay refused the request; see gatewayCode.'),
  gateway_unavailable: row(503, true, 'HajiQ Pay did not answer in time or failed; try again later.'),
  bad_gateway_response: row(502, true, 'HajiQ Pay answered something other than its guide describes.'),
} as const;

/** Errors of a webhook delivery. */
const webhookErrors = {
  missing_signature: row(400, false, 'The X-HajiQ-Signature header is missing.'),
  malformed_signature: row(
    400,
    false,
    'The X-HajiQ-Signature header is not of the form t=<seconds>,v1=<64 hex digits>.',
  ),
  signature_mismatch: row(
    400,
    false,
    'No secret gives this signature for these bytes: the webhook secret is another one, or the body was changed on the way (parsed and printed again, for example).',
  ),
  stale_signature: row(400, false, 'The delivery is well signed but older than five minutes.'),
  future_signature: row(
    400,
    false,
    'The delivery is well signed but more than five minutes ahead: compare the clocks.',
  ),
  invalid_event: row(400, false, 'The delivery is well signed but its body is not a HajiQ event.'),
} as const;

/** Every code this package can raise, with its HTTP status, whether a retry may help, and its explanation. */
export const errorTable = {
  ...configErrors,
  ...requestErrors,
  ...paymentErrors,
  ...gatewayErrors,
  ...webhookErrors,
} as const;

export type ConfigErrorCode = keyof typeof configErrors;
export type RequestErrorCode = keyof typeof requestErrors;
export type PaymentErrorCode = keyof typeof paymentErrors;
export type GatewayErrorCode = keyof typeof gatewayErrors;
export type WebhookErrorCode = keyof typeof webhookErrors;

/** The stable reason of a {@link HajiqError}. */
export type ErrorCode = keyof typeof errorTable;
