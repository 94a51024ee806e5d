import { ConfigError } from '../../errors/ConfigError.ts';
import { BackendError } from '../../errors/BackendError.ts';

/** Which pages may use the handler. */
export interface OriginOptions {
  /**
   * The origins of storefronts on other hosts, such as `https://shop.example`; or a function that knows. The handler's
   * own origin is always allowed. A star is not: cookies travel with these requests.
   */
  allowedOrigins?: readonly string[] | ((origin: string, request: Request) => boolean | Promise<boolean>);
  /** Headers of your own that such a storefront may send: a captcha's token for `challenge`, for example. */
  allowedHeaders?: readonly string[];
  /**
   * Whether a payment may be asked for by what is no browser and so names no origin: an app, another server, a test.
   * Defaults to false.
   */
  allowNonBrowsers?: boolean;
}

/** Answers for one handler which pages may use it. */
export interface OriginPolicy {
  /**
   * Returns the CORS headers of every answer to this request.
   *
   * @throws {RequestError} `origin_not_allowed`
   */
  admit(request: Request): Promise<Record<string, string>>;
  /** Answers a browser that asks whether it may send a request. */
  answerPreflight(methods: string): Response;
}

const SENT = ['Authorization', 'Content-Type', 'If-None-Match', 'Prefer'];
const EXPOSED = 'ETag, Preference-Applied, Retry-After, X-Request-Id';

function assertOrigin(origin: string): void {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new ConfigError('invalid_option', {
      detail: `\`allowedOrigins\` takes origins such as https://shop.example, without a path or a star; not ${JSON.stringify(origin)}.`,
    });
  }
}

/** Tells whether the browser itself says so, or the host that was asked is the page's own. */
function isSameOrigin(request: Request, origin: string): boolean {
  if (request.headers.get('sec-fetch-site') === 'same-origin') return true;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Makes the policy. @throws {ConfigError} When an origin is none. */
export function originPolicy({
  allowedOrigins = [],
  allowedHeaders = [],
  allowNonBrowsers = false,
}: OriginOptions): OriginPolicy {
  if (typeof allowedOrigins !== 'function') allowedOrigins.forEach(assertOrigin);
  const isAllowed = (origin: string, request: Request) =>
    typeof allowedOrigins === 'function' ? allowedOrigins(origin, request) : allowedOrigins.includes(origin);

  return {
    async admit(request): Promise<Record<string, string>> {
      const origin = request.headers.get('origin');
      if (origin === null) {
        // Reading takes a token that no other page has; and a browser names no origin when it reads from its own.
        const isRead = request.method === 'GET';
        const isOwn = request.headers.get('sec-fetch-site') === 'same-origin';
        if (isRead || isOwn || allowNonBrowsers) return {};
        throw new BackendError('origin_not_allowed');
      }
      if (origin !== 'null' && isSameOrigin(request, origin)) return {};
      if (origin === 'null' || !(await isAllowed(origin, request))) {
        throw new BackendError('origin_not_allowed');
      }
      return {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': EXPOSED,
        Vary: 'Origin',
      };
    },

    answerPreflight(methods) {
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': methods,
          'Access-Control-Allow-Headers': [...SENT, ...allowedHeaders].join(', '),
          'Access-Control-Max-Age': '600',
        },
      });
    },
  };
}
