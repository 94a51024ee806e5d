import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paymentLedger } from './paymentLedger.ts';
import { webhookDeliveries } from './webhookDeliveries.ts';

const MINUTE = 60_000;

/** Deliveries to a merchant who always answers alike, and how often he was asked. */
function deliveriesFixture(status: number, onAttempt?: () => void) {
  const posts = vi.fn(async () => new Response(null, { status }));
  const deliveries = webhookDeliveries({
    webhookUrl: 'http://localhost/webhook',
    webhookSecret: 'whsec_test_sandbox',
    fetch: posts,
    onAttempt,
  });
  const payment = paymentLedger(() => {}).create({ amount: 5000, currency: 'USD' });
  deliveries.send(payment, 'payment.succeeded');
  return { posts, deliveries };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('webhookDeliveries', () => {
  it('tries at once, and then after 5 s, 5 min, 30 min, 2 h and 8 h', async () => {
    const { posts, deliveries } = deliveriesFixture(500);
    const counts: number[] = [];
    for (const ms of [0, 5_000, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE, 9_999 * MINUTE]) {
      // The signature is made by the platform, outside of the clock.
      await vi.advanceTimersByTimeAsync(ms);
      await vi.waitFor(() => expect(deliveries.list()[0]?.attempts).toHaveLength(posts.mock.calls.length));
      await vi.waitFor(() => expect(posts.mock.calls.length).toBe(Math.min(counts.length + 1, 6)));
      counts.push(posts.mock.calls.length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 6]);
    expect(deliveries.list()[0]?.state).toBe('given-up');
  });

  it('sends nothing more once it is closed', async () => {
    const { posts, deliveries } = deliveriesFixture(500);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(deliveries.list()[0]?.attempts).toHaveLength(1));
    deliveries.close();
    await vi.advanceTimersByTimeAsync(9_999 * MINUTE);
    expect(posts).toHaveBeenCalledOnce();
  });

  it('sends nothing while it is held, and all of it when released', async () => {
    const { posts, deliveries } = deliveriesFixture(200);
    deliveries.hold();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(posts).not.toHaveBeenCalled();
    deliveries.release();
    await vi.waitFor(() => expect(deliveries.list()[0]?.state).toBe('delivered'));
  });

  it('goes on when the one who listens throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { deliveries } = deliveriesFixture(200, () => {
      throw new Error('of the listener');
    });
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(deliveries.list()[0]?.state).toBe('delivered'));
  });
});
