import { RequestError } from '../errors/RequestError.ts';
import { isRecord } from './isRecord.ts';
import { toMoney, type Money } from './money.ts';
import { isPaymentStatus, type PaymentStatus } from './paymentStatus.ts';

/** What a browser is told about a payment: nothing in it is a secret. */
export interface Payment extends Money {
  paymentId: string;
  status: PaymentStatus;
  /** When the status last changed, ISO 8601. */
  updatedAt: string;
}

/** How a browser may ask for the status of one payment. */
export interface StatusAccess {
  paymentId: string;
  /** A bearer token that reads the status of this payment and does nothing else. */
  statusToken: string;
}

/** A payment that is ready to be confirmed with a card. */
export interface PreparedPayment {
  /** Stripe's secret for this one payment; never stored, never in a URL. */
  clientSecret: string;
  /** Undefined when the backend is of the guide's kind and answers `{ clientSecret }` alone. */
  money?: Money;
  /** Undefined when the backend offers no way to read the status. */
  statusAccess?: StatusAccess;
  status: PaymentStatus;
  /** Whether it was made for this request, so that nobody can have paid it before. */
  isNew: boolean;
}

const clientSecretShape = /^pi_[A-Za-z0-9]{1,100}_secret_[A-Za-z0-9]{1,100}$/;

/** Tells whether a value has the shape of the client secret of a Stripe PaymentIntent. */
export function isClientSecret(value: unknown): value is string {
  return typeof value === 'string' && clientSecretShape.test(value);
}

/** Takes a status the gateway may add later for what is safe: not settled, not paid. */
function toKnownStatus(value: unknown): PaymentStatus {
  return isPaymentStatus(value) ? value : 'pending';
}

/** Reads how the status may be asked for; undefined when the backend offers no way. */
export function parseStatusAccess(answer: Record<string, unknown>): StatusAccess | undefined {
  const { paymentId, statusToken } = answer;
  return typeof paymentId === 'string' && typeof statusToken === 'string'
    ? { paymentId, statusToken }
    : undefined;
}

/**
 * Reads the answer of `POST /payments`.
 *
 * @throws {RequestError} `backend_answer_invalid` when it holds no client secret.
 */
export function parsePreparedPayment(answer: unknown, isNew: boolean): PreparedPayment {
  if (!isRecord(answer) || !isClientSecret(answer.clientSecret)) {
    throw new RequestError('backend_answer_invalid', {
      detail: 'The answer to POST /payments holds no client secret.',
    });
  }
  return {
    clientSecret: answer.clientSecret,
    status: toKnownStatus(answer.status),
    isNew,
    money: toMoney(answer),
    statusAccess: parseStatusAccess(answer),
  };
}

/**
 * Reads the answer of `GET /payments/{paymentId}`.
 *
 * @throws {RequestError} `backend_answer_invalid` when it is not a payment.
 */
export function parsePayment(answer: unknown): Payment {
  const money = isRecord(answer) ? toMoney(answer) : undefined;
  if (
    !isRecord(answer) ||
    money === undefined ||
    typeof answer.paymentId !== 'string' ||
    typeof answer.status !== 'string' ||
    typeof answer.updatedAt !== 'string' ||
    Number.isNaN(Date.parse(answer.updatedAt))
  ) {
    throw new RequestError('backend_answer_invalid', {
      detail: 'The answer to GET /payments/{paymentId} is not a payment.',
    });
  }
  return {
    paymentId: answer.paymentId,
    status: toKnownStatus(answer.status),
    updatedAt: answer.updatedAt,
    ...money,
  };
}
