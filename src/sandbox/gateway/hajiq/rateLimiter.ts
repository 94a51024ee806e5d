import type { SandboxClock } from '../clock/SandboxClock.ts';
import { ApiError } from './ApiError.ts';

/** How many requests a key may make in a window of so many milliseconds; 0 is without end. */
interface RateLimit {
  requests: number;
  windowMs: number;
}

/** Counts the requests of each key. The guide tells that there is a limit, and not which: windows are an inference. */
export function rateLimiter(clock: SandboxClock) {
  const windows = new Map<string, { startedAt: number; requests: number }>();

  return {
    /** @throws {ApiError} `RATE_LIMITED`, with the time until the next window, when there were too many. */
    count(key: string, { requests, windowMs }: RateLimit): void {
      if (requests === 0) return;
      const now = clock.now();
      const before = windows.get(key);
      const window =
        before === undefined || now >= before.startedAt + windowMs ? { startedAt: now, requests: 0 } : before;
      windows.set(key, window);
      window.requests += 1;
      if (window.requests > requests) {
        throw new ApiError('RATE_LIMITED', 'Too many requests', window.startedAt + windowMs - now);
      }
    },
  };
}
