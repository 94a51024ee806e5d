import type { EventQuery, StoredEvent } from './PaymentStore.ts';

/** Keeps the events of one process. */
export function eventTable() {
  const events = new Map<string, StoredEvent>();

  function matches(event: StoredEvent, query: Exclude<EventQuery, { eventId: string }>): boolean {
    if ('state' in query) return event.state === query.state;
    if ('unmatchedOf' in query) {
      const { orderId, gatewayPaymentId } = query.unmatchedOf;
      const isOfGatewayPayment =
        gatewayPaymentId !== undefined && event.gatewayPaymentId === gatewayPaymentId;
      return event.state === 'unmatched' && (event.orderId === orderId || isOfGatewayPayment);
    }
    const [from, to] = query.receivedBetween;
    const isInTime = event.receivedAt >= from && event.receivedAt <= to;
    return isInTime && event.state === query.owed && event.failures < query.failuresBelow;
  }

  return {
    get: (eventId: string) => events.get(eventId),

    set(event: StoredEvent): StoredEvent {
      events.set(event.eventId, event);
      return event;
    },

    find(query: EventQuery): StoredEvent[] {
      if ('eventId' in query) return [events.get(query.eventId)].filter((event) => event !== undefined);
      const found = [...events.values()]
        .filter((event) => matches(event, query))
        .toSorted((a, b) => a.receivedAt - b.receivedAt);
      if ('state' in query) found.reverse();
      return 'limit' in query ? found.slice(0, query.limit) : found;
    },
  };
}
