import type { BackendErrorCode } from '../../errors/BackendError.ts';
import type { Currency } from '../../protocol/currency.ts';
import type { Money } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';

/** A call of the protocol. */
export type BackendCall = 'POST /payments' | 'GET /payments/{paymentId}' | 'GET /donation';

/** An answer that is none: the connection breaks, or the backend says no with one of its codes. */
export type BackendFault = 'unreachable' | { fails: BackendErrorCode; retryAfterSeconds?: number };

/** What a backend does, told in advance. */
export interface BackendScript {
  /** Where it stands. Defaults to an address of its own, so that no test sees what another has left. */
  url?: string;
  /** What an order costs; undefined for one that does not exist. Defaults to $50.00 for every order. */
  price?: Money | ((orderId: string) => Money | undefined);
  /** Within which bounds a donor may name the amount, in minor units. Left out, it takes no donations. */
  donation?: { min: number; max: number; currencies: readonly Currency[] };
  /** What each `POST /payments` is answered, in turn; the last one stays. Defaults to `['payment']`. */
  payments?: readonly ('payment' | BackendFault)[];
  /**
   * What each question for the status is answered, in turn; the last one stays, and a browser that has seen it is held
   * until `report`. Defaults to `['succeeded']`, as if the webhook had come at once.
   */
  statuses?: readonly (PaymentStatus | BackendFault)[];
  /** Answers at once whoever could be held, as a simple backend does. Defaults to false. */
  isPolled?: boolean;
  /** Answers `{ clientSecret }` alone, as the gateway's guide shows. Defaults to false. */
  isOfTheGuide?: boolean;
}

/** A request that has reached the backend. */
export interface BackendRequest {
  call: BackendCall | 'unknown';
  method: string;
  url: URL;
  headers: Headers;
  /** The JSON it carried; undefined where it carried none. */
  body: unknown;
}
