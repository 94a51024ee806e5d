import { handleStoredEvent } from './events/handleStoredEvent.ts';
import { MAX_FAILURES } from './events/handleEvent.ts';
import { settleByRead } from './events/settleByRead.ts';
import type { HandlerContext } from './HandlerContext.ts';
import { withdraw } from './orders/withdraw.ts';
import type { StoredEvent, StoredPayment } from './store/PaymentStore.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const GREATEST_GAP_MS = DAY_MS / 4;
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

/** All events that have been owed their effect for a minute, a page at a time, the oldest first. */
async function* owedEvents(
  owed: 'due' | 'unmatched',
  { store }: HandlerContext,
  now: number,
): AsyncGenerator<StoredEvent> {
  let from = 0;
  for (;;) {
    const page = await store.findEvents({
      owed,
      receivedBetween: [from, now - MINUTE_MS],
      failuresBelow: MAX_FAILURES,
      limit: PAGE,
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    from = last.receivedAt + 1;
  }
}

/** Tells whether it is time to run a handler again that has thrown: after 1, 4, 16 … minutes, as the gateway does. */
const isTimeFor = ({ receivedAt, failures }: StoredEvent, now: number) =>
  now - receivedAt >= MINUTE_MS * 4 ** failures;

/** Gives an event up of which no payment has become known in a day: a person has to look. */
async function giveUpUnmatched({ eventId }: StoredEvent, { store, logger }: HandlerContext): Promise<void> {
  const reason = 'no payment is known that it is about';
  await store.markEvent(eventId, { state: 'quarantined', reason });
  logger.error(`event set aside: ${reason}`, { eventId });
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

/** Tells whether the order has moved on to a payment that can be paid: one that it went back from needs no withdrawal. */
async function hasLivePayment({ orderId }: StoredPayment, { store }: HandlerContext): Promise<boolean> {
  return (await store.find({ orderId })).some(({ isSuperseded }) => !isSuperseded);
}

/**
 * Finishes what was left: events whose handlers have not returned, payments that were to be withdrawn, and those that
 * have stood open, which are read from the gateway at growing intervals.
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

  for await (const event of owedEvents('due', context, now)) {
    if (!isTimeFor(event, now)) continue;
    await attempt({ eventId: event.eventId }, async () => {
      if ((await handleStoredEvent(event, context)) === 'handled') report.handledEvents += 1;
    });
  }
  for await (const event of owedEvents('unmatched', context, now)) {
    await attempt({ eventId: event.eventId }, async () => {
      const outcome = await handleStoredEvent(event, context);
      if (outcome === 'handled') report.handledEvents += 1;
      if (outcome === 'unmatched' && now - event.receivedAt > DAY_MS) await giveUpUnmatched(event, context);
    });
  }
  for await (const payment of openPayments(context, now)) {
    await attempt({ paymentId: payment.paymentId }, async () => {
      if (payment.isSuperseded && (await hasLivePayment(payment, context))) await withdraw(payment, context);
      const gapMs = Math.min((now - payment.createdAt) / 2, GREATEST_GAP_MS);
      const after = await settleByRead(payment, { gapMs, asker: 'sweep' }, context);
      if (after.report.status !== payment.report.status) report.settledPayments += 1;
    });
  }
  return report;
}
