import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRetryAfterMs } from './retryAfter.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('readRetryAfterMs', () => {
  it.each([
    ['7', 7_000],
    ['1.5', 1_500],
    ['0', 1_000],
    ['-5', 1_000],
    ['31', 30_000],
    ['1e9', 30_000],
    ['Infinity', 30_000],
    ['Thu, 01 Jan 2026 00:00:12 GMT', 12_000],
    ['Thu, 01 Jan 2026 01:00:00 GMT', 30_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 1_000],
    ['soon', 1_000],
    ['NaN', 1_000],
    ['', 1_000],
    [null, 1_000],
  ])('reads %j as %i ms', (header, ms) => {
    expect(readRetryAfterMs(header)).toBe(ms);
  });
});
