import { assertEqual, assertThat } from '../assertEqual.ts';
import { uniqueId, eventOf, read, succeededAt, failedAt, inParallel, claimed } from './material.ts';
import type { StoreRule } from './StoreRule.ts';

/** What becomes of events, and of what they report. */
export const eventRules: readonly StoreRule[] = [
  {
    name: 'merges a report and remembers its event in one',
    async check(stores) {
      const { store, other } = stores;
      const { paymentId, version } = await claimed(stores);
      const event = eventOf({ gatewayPaymentId: uniqueId() });
      const kept = await store.keepEvent(event, { paymentId, report: succeededAt(7) });
      assertEqual(kept.event, { ...event, state: 'due', failures: 0 }, 'the event that was kept');
      assertEqual(kept.payment?.report, succeededAt(7), 'the merged report');
      assertEqual(kept.payment?.version, version + 1, 'the version');
      assertEqual(await read(other, paymentId), kept.payment, 'the payment, read elsewhere');
      assertEqual(
        await other.findEvents({ eventId: event.eventId }),
        [kept.event],
        'the event, read elsewhere',
      );
    },
  },
  {
    name: 'remembers neither the event nor its report when there is no such payment',
    async check({ store }) {
      const event = eventOf();
      const refused = await store.keepEvent(event, { paymentId: uniqueId(), report: succeededAt(1) }).then(
        () => false,
        () => true,
      );
      assertThat(refused, 'a report of an unknown payment is refused');
      const [kept] = await store.findEvents({ eventId: event.eventId });
      assertThat(kept === undefined || kept.state === 'unmatched', 'its event is not due');
    },
  },
  {
    name: 'ends at the same status in whatever order and on whichever instance reports come',
    async check(stores) {
      const reports = [
        failedAt(3),
        { status: 'cancelled' as const, at: 9 },
        succeededAt(5),
        { status: 'processing' as const, at: 6 },
      ];
      for (const order of [reports, reports.toReversed()]) {
        const { paymentId } = await claimed(stores);
        await Promise.all(
          order.map((report, turn) =>
            (turn % 2 === 0 ? stores.store : stores.other).keepEvent(eventOf(), { paymentId, report }),
          ),
        );
        assertEqual((await read(stores.store, paymentId))?.report, succeededAt(5), 'the merged report');
      }
    },
  },
  {
    name: 'counts each failed event as one decline, however often it is merged',
    async check(stores) {
      const { store, other } = stores;
      const { paymentId } = await claimed(stores);
      const event = eventOf();
      await inParallel(6, (turn) =>
        (turn % 2 === 0 ? store : other).keepEvent(event, { paymentId, report: failedAt(1) }),
      );
      await store.keepEvent(eventOf(), { paymentId, report: failedAt(1) });
      assertEqual((await read(store, paymentId))?.declines, 2, 'declines');
    },
  },
  {
    name: 'changes nothing for an event that is handled, quarantined, or of other bytes',
    async check(stores) {
      const { store } = stores;
      const { paymentId } = await claimed(stores);
      const handled = eventOf();
      await store.keepEvent(handled);
      await store.markEvent(handled.eventId, { state: 'handled' });
      const aside = eventOf({ quarantine: 'it is odd' });
      await store.keepEvent(aside);
      const known = eventOf();
      await store.keepEvent(known);
      const outcomes = [];
      for (const event of [handled, aside, { ...known, digest: 'b' }]) {
        outcomes.push(await store.keepEvent(event, { paymentId, report: succeededAt(1) }));
      }
      assertEqual(
        outcomes.map(({ event }) => [event.state, event.reason, event.digest]),
        [
          ['handled', undefined, 'a'],
          ['quarantined', 'it is odd', 'a'],
          ['unmatched', undefined, 'a'],
        ],
        'the events as they stood',
      );
      assertEqual((await read(store, paymentId))?.report.status, 'pending', 'the status');
    },
  },
  {
    name: 'counts the failures of an event, and lets its state change',
    async check({ store, other }) {
      const { eventId } = eventOf();
      await store.keepEvent(eventOf({ eventId }));
      await inParallel(4, (turn) => (turn % 2 === 0 ? store : other).markEvent(eventId, { hasFailed: true }));
      assertEqual((await store.findEvents({ eventId }))[0]?.failures, 4, 'failures');
      await store.markEvent(eventId, { state: 'quarantined', reason: 'why' });
      assertEqual((await store.markEvent(eventId, { state: 'unmatched' })).reason, undefined, 'the reason');
    },
  },
  {
    name: 'finds the events of an order that came before it, and those that are owed their effect',
    async check({ store, other }) {
      const from = 1_000_000 + Math.floor(Math.random() * 1e12);
      const [orderId, gatewayPaymentId] = [uniqueId(), uniqueId()];
      const ofOrder = eventOf({ orderId, receivedAt: from + 1 });
      const ofPayment = eventOf({ gatewayPaymentId, receivedAt: from });
      const handled = eventOf({ orderId, receivedAt: from });
      const failing = eventOf({ receivedAt: from });
      for (const event of [ofOrder, ofPayment, handled, failing]) await store.keepEvent(event);
      await store.markEvent(handled.eventId, { state: 'handled' });
      await store.markEvent(failing.eventId, { hasFailed: true });

      const early = await other.findEvents({ unmatchedOf: { orderId, gatewayPaymentId } });
      assertEqual(
        new Set(early.map(({ eventId }) => eventId)),
        new Set([ofOrder.eventId, ofPayment.eventId]),
        'early events',
      );
      assertEqual(
        (await other.findEvents({ unmatchedOf: { orderId } })).map(({ eventId }) => eventId),
        [ofOrder.eventId],
        'early events of the order alone',
      );
      const owed = {
        owed: 'unmatched' as const,
        receivedBetween: [from, from + 1] as const,
        failuresBelow: 1,
        limit: 10,
      };
      assertEqual(
        (await other.findEvents(owed)).map(({ eventId }) => eventId),
        [ofPayment.eventId, ofOrder.eventId],
        'events that are owed their effect, the oldest first',
      );
      assertEqual((await other.findEvents({ ...owed, limit: 1 })).length, 1, 'how many are found');
      assertEqual((await other.findEvents({ ...owed, owed: 'due' })).length, 0, 'due events');
    },
  },
];
