import { toNewStoredEvent } from '../newRecords.ts';
import type { EventQuery, NewEvent, PaymentStore, StoredEvent } from '../PaymentStore.ts';
import { mergeReport } from './payments.ts';
import type { PostgresConnection } from './PostgresClient.ts';
import { toStoredEvent } from './rows.ts';
import type { Transactor } from './transactor.ts';

/** Remembers an event unless it is remembered already, and returns it locked, as it stands. */
async function insertOrLock(connection: PostgresConnection, event: NewEvent): Promise<StoredEvent> {
  const stored = toNewStoredEvent(event);
  await connection.query(
    `INSERT INTO hajiq_events (event_id, digest, body, order_id, gateway_payment_id, received_at, state, reason, failures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (event_id) DO NOTHING`,
    [
      stored.eventId,
      stored.digest,
      stored.body,
      stored.orderId ?? null,
      stored.gatewayPaymentId ?? null,
      stored.receivedAt,
      stored.state,
      stored.reason ?? null,
      stored.failures,
    ],
  );
  const { rows } = await connection.query('SELECT * FROM hajiq_events WHERE event_id = $1 FOR UPDATE', [
    event.eventId,
  ]);
  return rows[0] === undefined ? stored : toStoredEvent(rows[0]);
}

function toCondition(query: EventQuery): { where: string; values: unknown[] } {
  if ('eventId' in query) return { where: 'event_id = $1', values: [query.eventId] };
  if ('state' in query) {
    return { where: 'state = $1 ORDER BY received_at DESC LIMIT $2', values: [query.state, query.limit] };
  }
  if ('unmatchedOf' in query) {
    const { orderId, gatewayPaymentId } = query.unmatchedOf;
    return {
      where: `state = 'unmatched' AND (order_id = $1 OR gateway_payment_id = $2) ORDER BY received_at`,
      values: [orderId, gatewayPaymentId ?? null],
    };
  }
  return {
    where: `state = $1 AND state IN ('unmatched', 'due') AND received_at BETWEEN $2 AND $3 AND failures < $4
      ORDER BY received_at LIMIT $5`,
    values: [query.owed, ...query.receivedBetween, query.failuresBelow, query.limit],
  };
}

/** The events of a store, as rows of `hajiq_events`. */
export function postgresEvents(
  client: PostgresConnection,
  transact: Transactor,
): Pick<PaymentStore, 'keepEvent' | 'markEvent' | 'findEvents'> {
  return {
    keepEvent: (event, effect) =>
      transact(async (transaction) => {
        const kept = await insertOrLock(transaction, event);
        const isOpen = kept.state === 'unmatched' || kept.state === 'due';
        if (effect === undefined || !isOpen || kept.digest !== event.digest) return { event: kept };
        const payment = await mergeReport(transaction, effect, kept.state);
        await transaction.query(`UPDATE hajiq_events SET state = 'due' WHERE event_id = $1`, [event.eventId]);
        return { event: { ...kept, state: 'due' }, payment };
      }),

    async markEvent(eventId, mark) {
      const { rows } =
        'hasFailed' in mark
          ? await client.query(
              'UPDATE hajiq_events SET failures = failures + 1 WHERE event_id = $1 RETURNING *',
              [eventId],
            )
          : await client.query(
              'UPDATE hajiq_events SET state = $2, reason = $3 WHERE event_id = $1 RETURNING *',
              [eventId, mark.state, mark.reason ?? null],
            );
      if (rows[0] === undefined) throw new Error(`postgresStore: there is no event ${eventId}`);
      return toStoredEvent(rows[0]);
    },

    async findEvents(query) {
      const { where, values } = toCondition(query);
      const { rows } = await client.query(`SELECT * FROM hajiq_events WHERE ${where}`, values);
      return rows.map(toStoredEvent);
    },
  };
}
