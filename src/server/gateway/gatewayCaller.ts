import { credentialsBreaker } from './credentialsBreaker.ts';
import { idempotencyKeys } from './idempotencyKeys.ts';
import { requestGateway } from './requestGateway.ts';
import { startDeadline, withRetries, type RetryPolicy } from './retryPolicy.ts';

/** A call of HajiQ Pay's API. */
export interface GatewayCall extends RetryPolicy {
  method: 'GET' | 'POST';
  /** Under the base URL, with the id in it. */
  path: string;
  body?: Record<string, unknown>;
  /** The same for every try of this call. */
  idempotencyKey?: string;
  /** What the API key has to be allowed, as the end of a sentence: "read payments". */
  capability: string;
}

interface GatewayCallerOptions {
  apiKey: string;
  /** Without a slash at its end. */
  baseUrl: string;
  send: typeof fetch;
}

/**
 * Makes what all calls go through: one key, one breaker, and one memory of what the gateway takes.
 *
 * The function it returns resolves with the `data` of the answer, within 15 s (or before `endsAt`), and throws a
 * {@link GatewayError} otherwise.
 */
export function gatewayCaller({ apiKey, baseUrl, send }: GatewayCallerOptions) {
  const breaker = credentialsBreaker();
  const keys = idempotencyKeys();

  const request = (
    { method, path, body, capability }: GatewayCall,
    key: string | undefined,
    timeoutMs: number,
  ) =>
    requestGateway(send, {
      url: `${baseUrl}${path}`,
      init: {
        method,
        headers: {
          'X-API-Key': apiKey,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      capability,
      timeoutMs,
    });

  return async function call(called: GatewayCall, endsAt: number = startDeadline()): Promise<unknown> {
    breaker.check();
    try {
      return await keys.send(called.idempotencyKey, (key) =>
        withRetries((timeoutMs) => request(called, key, timeoutMs), called, endsAt),
      );
    } catch (error) {
      breaker.note(error);
      throw error;
    }
  };
}
