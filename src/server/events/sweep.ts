import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredEvent, StoredPayment } from '../store/PaymentStore.ts';
import { MAX_FAILURES } from './handleEvent.ts';
import { handleStoredEvent } from './handleStoredEvent.ts';
import { settleByRead } from './settleByRead.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PAGE = 100;

/** What a sweep did. */
export interface SweepReport {
  /** Events whose effect was owed, and is whole now. */
  handledEvents: number;
  /** Payments that the gateway's word has settled. */
  settledPayments: number;
  /** What could not be done this time; the log has each. */
  failures: number;
}

/** All events of the last day that have been owed their effect for a minute, a page at a time. */
async function* unhandledEvents({ store }: HandlerContext, now: number): AsyncGenerator<StoredEvent> {
  let from = now - DAY_MS;
  for (;;) {
    const page = await store.findEvents({
      unhandledBetween: [from, now - MINUTE_MS],
      failuresBelow: MAX_FAILURES,
      limit: PAGE,
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    from = last.receivedAt + 1;
  }
}

/** All payments of the last week that have stood open for a quarter of an hour, a page at a time. */
async function* openPayments({ store }: HandlerContext, now: number): AsyncGenerator<StoredPayment> {
  let to = now - 15 * MINUTE_MS;
  for (;;) {
    const page = await store.find({ openBetween: [now - 7 * DAY_MS, to], limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    to = last.createdAt - 1;
  }
}

/**
 * Finishes what was left: events whose handlers have not returned, and payments that have stood open, which are read
 * from the gateway at growing intervals.
 */
export async function sweep(context: HandlerContext): Promise<SweepReport> {
  const now = Date.now();
  const report: SweepReport = { handledEvents: 0, settledPayments: 0, failures: 0 };

  const attempt = async (what: Record<string, unknown>, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      report.failures += 1;
      context.logger.error('a sweep could not finish this', { ...what, error });
    }
  };

  for await (const event of unhandledEvents(context, now)) {
    await attempt({ eventId: event.eventId }, async () => {
      if ((await handleStoredEvent(event, context)) === 'handled') report.handledEvents += 1;
    });
  }
  for await (const payment of openPayments(context, now)) {
    await attempt({ paymentId: payment.paymentId }, async () => {
      const after = await settleByRead(payment, (now - payment.createdAt) / 2, context);
      if (after.report.status !== payment.report.status) report.settledPayments += 1;
    });
  }
  return report;
}
