import { describe, expect, it } from 'vitest';
import { RequestError } from '../errors/RequestError.ts';
import type { HajiqStatus } from '../index.ts';
import type { StatusAnswer } from './readStatus.ts';
import { gapBeforeNext, newStatusWatch, nextWatch, restartWatch, type StatusWatch } from './statusWatch.ts';

const PATIENCE = 60_000;
const told = (status: HajiqStatus, second = 0, hasWaited = false): StatusAnswer => ({
  kind: 'payment',
  payment: {
    paymentId: 'p',
    status,
    amount: 5000,
    currency: 'USD',
    updatedAt: new Date(second * 1000).toISOString(),
  },
  etag: `"${second}"`,
  hasWaited,
});
const failed = (...[code, options]: ConstructorParameters<typeof RequestError>): StatusAnswer => ({
  kind: 'error',
  error: new RequestError(code, options),
});
const after = (...answers: StatusAnswer[]) =>
  answers.reduce<StatusWatch>((watch, answer) => nextWatch(watch, answer, 10, PATIENCE), newStatusWatch);

describe('nextWatch', () => {
  it.each(['succeeded', 'cancelled', 'refunded'] as const)('ends when the payment is %s', (status) => {
    const watch = after(told('pending'), told(status, 1));
    expect(watch.end).toBe('settled');
    expect(gapBeforeNext(watch)).toBeUndefined();
  });

  it('goes on after a failed attempt, for the next one may succeed', () => {
    expect(after(told('failed', 1))).toMatchObject({ end: undefined, payment: { status: 'failed' } });
    expect(after(told('failed', 2), told('succeeded', 1)).payment?.status).toBe('succeeded');
  });

  it('keeps what it knows when a server that lags behind answers', () => {
    expect(after(told('processing', 5), told('pending', 1)).payment?.status).toBe('processing');
  });

  it('loses nothing by an error, and goes on', () => {
    const watch = after(told('processing', 5), failed('internal_error'));
    expect(watch).toMatchObject({
      end: undefined,
      failures: 1,
      payment: { status: 'processing' },
      etag: '"5"',
    });
    expect(nextWatch(watch, told('processing', 5), 10, PATIENCE)).toMatchObject({
      failures: 0,
      error: undefined,
    });
  });

  it.each([401, 403, 404])('asks no more after %i', (status) => {
    const watch = after(failed('unauthorized', { status }));
    expect(watch.end).toBe('refused');
    expect(gapBeforeNext(watch)).toBeUndefined();
  });

  it.each(['internal_error', 'backend_unreachable'] as const)(
    'asks again after %s, with growing gaps',
    (code) => {
      const gaps = [1, 2, 3, 5].map((times) =>
        gapBeforeNext(after(...Array.from({ length: times }, () => failed(code)))),
      );
      expect(gaps).toEqual([1000, 2000, 4000, 15_000]);
    },
  );

  it('waits as long as the backend asks, within reason', () => {
    expect(gapBeforeNext(after(failed('internal_error', { retryAfterMs: 7000 })))).toBe(7000);
    expect(gapBeforeNext(after(failed('internal_error', { retryAfterMs: 1e9 })))).toBe(30_000);
  });

  it('asks again at once while the backend holds the request, and with a gap when it does not', () => {
    const held = (tookMs: number, hasWaited: boolean) =>
      gapBeforeNext(nextWatch(after(told('pending')), { kind: 'unchanged', hasWaited }, tookMs, PATIENCE));
    expect(held(25_000, true)).toBe(1);
    expect(held(10, false)).toBe(500);
    expect(held(10, true), 'it only says that it held').toBe(500);
  });

  it('is out of patience by the time it has spent, and not by the clock', () => {
    const once = nextWatch(after(told('pending')), { kind: 'unchanged', hasWaited: true }, 25_000, PATIENCE);
    const twice = nextWatch(once, { kind: 'unchanged', hasWaited: true }, 25_000, PATIENCE);
    const thrice = nextWatch(twice, { kind: 'unchanged', hasWaited: true }, 25_000, PATIENCE);
    expect([once.end, twice.end, thrice.end]).toEqual([undefined, undefined, 'out-of-patience']);
  });

  it('counts a laptop that slept in the middle of a request as half a minute', () => {
    expect(
      nextWatch(after(told('pending')), { kind: 'unchanged', hasWaited: true }, 9e6, PATIENCE).end,
    ).toBeUndefined();
  });

  it('begins again with fresh patience and all that is known', () => {
    const tired = nextWatch(after(told('processing', 3)), failed('internal_error'), 30_000, 1);
    expect(tired.end).toBe('out-of-patience');
    expect(restartWatch(tired)).toMatchObject({ spentMs: 0, failures: 0, payment: { status: 'processing' } });
    expect(restartWatch(tired).end).toBeUndefined();
  });
});
