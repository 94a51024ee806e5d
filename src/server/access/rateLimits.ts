import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { ConfigError } from '../../errors/ConfigError.ts';
import { isRecord } from '../../protocol/isRecord.ts';

/**
 * Counts requests under a key and refuses those that are too many: any limiter of `rate-limiter-flexible`, such as its
 * Redis and Postgres ones, which count for all instances together.
 */
export interface RateLimiter {
  /** Resolves while the key is below the limit. Rejects with `{ msBeforeNext }` above it, with an `Error` on a fault. */
  consume(key: string): Promise<unknown>;
}

/** So many requests in so many seconds, counted in this process; or a limiter of your own. */
export type RateLimit = { requests: number; seconds: number } | RateLimiter;

/** How many payments may be asked for. */
export interface RateLimits {
  /** For one order. Defaults to 30 in 10 minutes. */
  perOrder?: RateLimit;
  /** From one network address (an IPv6 /64 counts as one). Defaults to 60 in 10 minutes. */
  perAddress?: RateLimit;
  /** By everybody together. Defaults to 3,000 in 10 minutes. */
  overall?: RateLimit;
}

/** Which limit a request has met. */
export type LimitName = keyof RateLimits;

const defaults: Record<LimitName, RateLimit> = {
  perOrder: { requests: 30, seconds: 600 },
  perAddress: { requests: 60, seconds: 600 },
  overall: { requests: 3000, seconds: 600 },
};

/** A day: what is counted in a process is not worth more, and no timer runs longer than a few weeks. */
const MAX_SECONDS = 86_400;

function toLimiter(limit: RateLimit, name: LimitName): RateLimiter {
  if ('consume' in limit) return limit;
  const { requests, seconds } = limit;
  if (!(requests > 0 && seconds > 0 && seconds <= MAX_SECONDS)) {
    throw new ConfigError('invalid_option', {
      detail: `\`rateLimits.${name}\` needs \`requests\` above zero, and \`seconds\` from 1 to ${MAX_SECONDS}.`,
    });
  }
  return new RateLimiterMemory({ points: requests, duration: seconds });
}

/** Makes the three limits. @throws {ConfigError} When one of them makes no sense. */
export function rateLimits(limits: RateLimits = {}) {
  const limiters = {
    perOrder: toLimiter(limits.perOrder ?? defaults.perOrder, 'perOrder'),
    perAddress: toLimiter(limits.perAddress ?? defaults.perAddress, 'perAddress'),
    overall: toLimiter(limits.overall ?? defaults.overall, 'overall'),
  };

  /**
   * Counts a request.
   *
   * @returns Undefined while it is within the limit; else the milliseconds until the next one may pass.
   * @throws What the limiter throws when it is out of order.
   */
  return async function count(name: LimitName, key: string): Promise<number | undefined> {
    try {
      await limiters[name].consume(`hajiq ${name} ${key}`);
      return undefined;
    } catch (refusal) {
      if (isRecord(refusal) && typeof refusal.msBeforeNext === 'number') return refusal.msBeforeNext;
      throw refusal;
    }
  };
}
