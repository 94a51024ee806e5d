import type { BackendErrorCode } from './BackendError.ts';
import { HajiqError, type HajiqErrorOptions } from './HajiqError.ts';

/** What the browser itself finds; the backend's own codes and words are the backend's. */
const faults = {
  backend_unreachable: {
    status: 503,
    explanation:
      'The merchant backend could not be reached: check backendUrl, that the server runs, and CORS when it is on another host.',
  },
  backend_answer_invalid: {
    status: 502,
    explanation:
      'The merchant backend did not answer in the HajiQ checkout protocol: check that backendUrl is where the HajiQ handler is mounted.',
  },
  stripe_js_unreachable: {
    status: 503,
    explanation:
      'Stripe.js could not be loaded: a content blocker, a Content-Security-Policy without https://js.stripe.com in script-src and frame-src, or no network.',
  },
  stripe_js_timeout: {
    status: 503,
    explanation: 'Stripe.js did not answer in time: the network is slow or blocks it silently.',
  },
} as const;

type BrowserErrorCode = keyof typeof faults;

/** The codes of this package; a backend of the merchant's own may answer with others. */
export type RequestErrorCode = BrowserErrorCode | BackendErrorCode | (string & Record<never, never>);

export interface RequestErrorOptions extends HajiqErrorOptions {
  /** The HTTP status that was seen. Defaults to the code's own; 500 for a code that is the backend's. */
  status?: number;
  /** Likely cause and remedy, for the developer. Defaults to the code's own. */
  explanation?: string;
  /** Milliseconds the backend asked to wait before the next request. */
  retryAfterMs?: number;
}

const isBrowsers = (code: string): code is BrowserErrorCode => Object.hasOwn(faults, code);

/** Says that a request between the browser and the merchant's backend (or Stripe.js) did not succeed. */
export class RequestError extends HajiqError<RequestErrorCode> {
  override readonly name = 'RequestError';
  /** The HTTP status: as seen by the browser, or as the handler answers it. */
  readonly status: number;
  /** Milliseconds to wait before a retry, when the backend said so. */
  readonly retryAfterMs?: number;

  constructor(
    code: RequestErrorCode,
    { status, explanation, retryAfterMs, ...options }: RequestErrorOptions = {},
  ) {
    const fault = isBrowsers(code) ? faults[code] : undefined;
    super(code, explanation ?? fault?.explanation ?? '', options);
    this.status = status ?? fault?.status ?? 500;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may succeed later: the server's own faults pass, the caller's do not. */
  get retryable(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}
