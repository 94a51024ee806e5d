/** What is known of one of HajiQ Pay's error codes. */
export interface GatewayErrorFacts {
  /** The HTTP status it comes with. */
  readonly status: number;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** Whether the API key itself is at fault, so that every other call would fail as well. */
  readonly isCredentialsFault: boolean;
  /** What to do, for the log. */
  readonly remedy: string;
}

const ofCredentials = (remedy: string): GatewayErrorFacts => ({
  status: 401,
  retryable: false,
  isCredentialsFault: true,
  remedy,
});
const ofRequest = (status: number, remedy: string): GatewayErrorFacts => ({
  status,
  retryable: false,
  isCredentialsFault: false,
  remedy,
});
const temporary = (status: number, remedy: string): GatewayErrorFacts => ({
  status,
  retryable: true,
  isCredentialsFault: false,
  remedy,
});

/**
 * The fifteen error codes of HajiQ Pay's guide: the codes and their HTTP statuses are its own, the rest is ours.
 *
 * A code that is not among them is classed by its HTTP status.
 */
export const gatewayErrors = {
  MISSING_API_KEY: ofCredentials('Set `apiKey`; if it is set, a proxy strips the X-API-Key header.'),
  INVALID_API_KEY: ofCredentials('Compare `apiKey` with the HajiQ dashboard, and with the gateway URL.'),
  API_KEY_EXPIRED: ofCredentials('The key is past its date: make a new one in the HajiQ dashboard.'),
  API_KEY_REVOKED: ofCredentials('The key was withdrawn: make a new one, and ask who withdrew it and why.'),
  INSUFFICIENT_SCOPE: ofRequest(403, 'Give the key this capability in the HajiQ dashboard.'),
  RATE_LIMITED: temporary(429, 'Make fewer calls, or ask HajiQ for a higher limit.'),
  VALIDATION_ERROR: ofRequest(400, 'Compare the fields of the call with the guide.'),
  INVALID_AMOUNT: ofRequest(400, 'Send integer minor units from 100 to 10,000,000.'),
  UNSUPPORTED_CURRENCY: ofRequest(400, 'Use USD, GBP, EUR, AED or SAR, as far as the account has them.'),
  PAYMENT_NOT_FOUND: ofRequest(404, 'The payment belongs to another account, or the id is not HajiQ Pay’s.'),
  PAYMENT_CANNOT_BE_CANCELLED: ofRequest(400, 'It is probably paid: read it, and make no other payment.'),
  PAYMENT_NOT_REFUNDABLE: ofRequest(400, 'Only a payment that has succeeded can be refunded: read it.'),
  INVALID_REFUND_AMOUNT: ofRequest(400, 'Refund at the most what is left of the payment.'),
  REFUND_NOT_FOUND: ofRequest(404, 'The refund belongs to another account, or the id is another’s.'),
  INTERNAL_ERROR: temporary(500, 'The fault is HajiQ Pay’s: it passes, or its support has to know.'),
} as const satisfies Record<string, GatewayErrorFacts>;

/** One of the guide's fifteen error codes. */
export type KnownGatewayCode = keyof typeof gatewayErrors;

const facts: Readonly<Record<string, GatewayErrorFacts>> = gatewayErrors;

/** Looks an error code up; undefined when the guide does not have it. */
export function findGatewayError(code: string | undefined): GatewayErrorFacts | undefined {
  return code !== undefined && Object.hasOwn(facts, code) ? facts[code] : undefined;
}
