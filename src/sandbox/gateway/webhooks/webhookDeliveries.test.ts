import { afterEach, describe, expect, it, vi } from 'vitest';
import { virtualClock } from '../clock/virtualClock.ts';
import { paymentLedger } from '../paymentLedger.ts';
import { webhookDeliveries } from './webhookDeliveries.ts';

const MINUTE = 60_000;

/** Deliveries to a merchant who always answers alike, and when he was asked. */
function deliveriesFixture(status: number, onAttempt?: () => void) {
  const clock = virtualClock(0);
  const asked: number[] = [];
  const deliveries = webhookDeliveries({
    webhookUrl: 'http://localhost/webhook',
    webhookSecret: 'whsec_test_sandbox',
    clock,
    fetch: async () => {
      asked.push(clock.now());
      return new Response(null, { status });
    },
    onAttempt,
  });
  const payment = paymentLedger(clock, () => {}).create({ amount: 5000, currency: 'USD' });
  deliveries.send(payment, 'payment.succeeded');
  return { clock, asked, deliveries };
}

afterEach(() => void vi.restoreAllMocks());

describe('webhookDeliveries', () => {
  it('tries at once, and then after 5 s, 5 min, 30 min, 2 h and 8 h', async () => {
    const { clock, asked, deliveries } = deliveriesFixture(500);
    await clock.advance(9_999 * MINUTE);
    const gaps = asked.map((at, index) => at - (asked[index - 1] ?? 0));
    expect(gaps).toEqual([0, 5_000, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE]);
    expect(deliveries.list()[0]?.state).toBe('given-up');
  });

  it('sends nothing more once it is closed', async () => {
    const { clock, asked, deliveries } = deliveriesFixture(500);
    await clock.advance(0);
    deliveries.close();
    await clock.advance(9_999 * MINUTE);
    expect(asked).toEqual([0]);
  });

  it('sends nothing while it is held, and all of it when released', async () => {
    const { clock, asked, deliveries } = deliveriesFixture(200);
    deliveries.hold();
    await clock.advance(MINUTE);
    expect(asked).toEqual([]);
    deliveries.release();
    await clock.advance(0);
    expect(deliveries.list()[0]?.state).toBe('delivered');
  });

  it('goes on when the one who listens throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { clock, deliveries } = deliveriesFixture(200, () => {
      throw new Error('of the listener');
    });
    await clock.advance(0);
    expect(deliveries.list()[0]?.state).toBe('delivered');
  });
});
