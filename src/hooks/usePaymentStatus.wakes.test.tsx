import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePaymentStatus, type UsePaymentStatusOptions } from './usePaymentStatus.ts';

const TEN_MINUTES_MS = 600_000;

/** A backend that cannot hold a request, and does not hear of the payment. */
function pendingFixture() {
  const asked: number[] = [];
  const paymentId = crypto.randomUUID();
  const options: UsePaymentStatusOptions = {
    backendUrl: 'https://shop.example/api/hajiq',
    paymentId,
    statusToken: 'token',
    fetch: async () => {
      asked.push(Date.now());
      return Response.json({
        paymentId,
        status: 'pending',
        amount: 5000,
        currency: 'USD',
        updatedAt: '2026-01-01T00:00:00.000Z',
      });
    },
  };
  return { options, asked };
}

function Status({ options }: { options: UsePaymentStatusOptions }) {
  return <output>{usePaymentStatus(options).state}</output>;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const state = () => screen.getByRole('status').textContent;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('usePaymentStatus on a train', () => {
  it.each([
    [
      'in a tunnel',
      (isAway: boolean) => {
        vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(!isAway);
        window.dispatchEvent(new Event(isAway ? 'offline' : 'online'));
      },
    ],
    [
      'in a hidden tab',
      (isAway: boolean) => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isAway ? 'hidden' : 'visible');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('asks nothing %s, keeps its patience, and asks once when it is back', async (_, setAway) => {
    const { options, asked } = pendingFixture();
    render(<Status options={options} />);
    await pass(2_000);
    expect(asked.length).toBeGreaterThan(1);
    act(() => setAway(true));
    await pass(10);
    const before = asked.length;
    await pass(TEN_MINUTES_MS);
    expect(asked).toHaveLength(before);
    expect(state()).toBe('verifying');
    act(() => setAway(false));
    await pass(1);
    expect(asked).toHaveLength(before + 1);
  });

  it('asks no more when it has left the page in the middle of a request', async () => {
    const { options } = pendingFixture();
    let requests = 0;
    const send = () => {
      requests += 1;
      return new Promise<Response>(() => {});
    };
    const { unmount } = render(<Status options={{ ...options, fetch: send }} />);
    await pass(10);
    unmount();
    await pass(TEN_MINUTES_MS);
    expect(requests).toBe(1);
  });

  it('takes a 408 in JSON for a moment’s trouble', async () => {
    const { options } = pendingFixture();
    const late = Response.json({ error: { code: 'body_too_slow' } }, { status: 408 });
    const answers = [late];
    const send: typeof fetch = async (input, init) => answers.pop() ?? options.fetch?.(input, init) ?? late;
    render(<Status options={{ ...options, fetch: send }} />);
    await pass(5_000);
    expect(state()).toBe('verifying');
    expect(answers).toEqual([]);
  });
});
