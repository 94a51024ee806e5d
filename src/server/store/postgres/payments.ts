import { applyReport } from '../applyReport.ts';
import { decideClaim } from '../decideClaim.ts';
import { toNewPayment } from '../newRecords.ts';
import type { EventState, PaymentQuery, PaymentStore, StoredPayment } from '../PaymentStore.ts';
import { toAttached } from '../toAttached.ts';
import type { StatusReport } from '../../../protocol/mergeStatus.ts';
import { CHANNEL } from './changeFeed.ts';
import type { PostgresConnection } from './PostgresClient.ts';
import { toStoredPayment } from './rows.ts';
import type { Transactor } from './transactor.ts';

/** Writes a payment as it now is, and tells every instance once the transaction is done. */
async function write(connection: PostgresConnection, payment: StoredPayment): Promise<StoredPayment> {
  await connection.query(
    `INSERT INTO hajiq_payments (payment_id, order_id, amount, currency, sealed_secret, gateway_payment_id,
       created_at, status, reported_at, is_superseded, declines, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (payment_id) DO UPDATE SET sealed_secret = excluded.sealed_secret,
       gateway_payment_id = excluded.gateway_payment_id, status = excluded.status,
       reported_at = excluded.reported_at, is_superseded = excluded.is_superseded,
       declines = excluded.declines, version = excluded.version`,
    [
      payment.paymentId,
      payment.orderId,
      payment.amount,
      payment.currency,
      payment.sealedSecret ?? null,
      payment.gatewayPaymentId ?? null,
      payment.createdAt,
      payment.report.status,
      payment.report.at,
      payment.isSuperseded,
      payment.declines,
      payment.version,
    ],
  );
  await connection.query('SELECT pg_notify($1, $2)', [CHANNEL, payment.paymentId]);
  return payment;
}

const change = (connection: PostgresConnection, payment: StoredPayment, fields: Partial<StoredPayment>) =>
  write(connection, { ...payment, ...fields, version: payment.version + 1 });

async function lockPayment(connection: PostgresConnection, paymentId: string): Promise<StoredPayment> {
  const { rows } = await connection.query('SELECT * FROM hajiq_payments WHERE payment_id = $1 FOR UPDATE', [
    paymentId,
  ]);
  if (rows[0] === undefined) throw new Error(`postgresStore: there is no payment ${paymentId}`);
  return toStoredPayment(rows[0]);
}

/** Merges a report into a payment, inside the transaction that remembers its event. */
export async function mergeReport(
  connection: PostgresConnection,
  { paymentId, report }: { paymentId: string; report: StatusReport },
  eventState: EventState,
): Promise<StoredPayment> {
  const before = await lockPayment(connection, paymentId);
  const after = applyReport(before, report, eventState);
  return after === before ? before : write(connection, after);
}

function toCondition(query: PaymentQuery): { where: string; values: unknown[] } {
  if ('paymentId' in query) return { where: 'payment_id = $1', values: [query.paymentId] };
  if ('gatewayPaymentId' in query)
    return { where: 'gateway_payment_id = $1', values: [query.gatewayPaymentId] };
  if ('orderId' in query)
    return { where: 'order_id = $1 ORDER BY is_superseded, created_at', values: [query.orderId] };
  return {
    where: `status IN ('pending', 'processing', 'failed') AND created_at BETWEEN $1 AND $2
      ORDER BY created_at DESC LIMIT $3`,
    values: [...query.openBetween, query.limit],
  };
}

/** The payments of a store, as rows of `hajiq_payments`. */
export function postgresPayments(
  client: PostgresConnection,
  transact: Transactor,
): Pick<PaymentStore, 'claim' | 'attach' | 'release' | 'find'> {
  return {
    claim: (claim) =>
      transact(async (transaction) => {
        // Claims of one order stand in a line: two at once would each see no other.
        await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('hajiq ' || $1, 0))`, [
          claim.orderId,
        ]);
        const { rows } = await transaction.query(
          'SELECT * FROM hajiq_payments WHERE order_id = $1 ORDER BY is_superseded, created_at FOR UPDATE',
          [claim.orderId],
        );
        const decision = decideClaim(rows.map(toStoredPayment), claim);
        if (decision.kind === 'stands') return { payment: decision.payment, isNew: false, supersedes: [] };
        const supersedes: StoredPayment[] = [];
        for (const payment of decision.stepBack) {
          supersedes.push(await change(transaction, payment, { isSuperseded: true }));
        }
        const payment =
          decision.kind === 'new'
            ? await write(transaction, toNewPayment(claim))
            : await change(transaction, decision.payment, { isSuperseded: false });
        return { payment, isNew: decision.kind === 'new', supersedes };
      }),

    attach: (paymentId, known) =>
      transact(async (transaction) => {
        const payment = await lockPayment(transaction, paymentId);
        return change(transaction, payment, toAttached(payment, known));
      }),

    release: (paymentId) =>
      transact(async (transaction) => {
        await transaction.query(
          'DELETE FROM hajiq_payments WHERE payment_id = $1 AND sealed_secret IS NULL',
          [paymentId],
        );
        await transaction.query('SELECT pg_notify($1, $2)', [CHANNEL, paymentId]);
      }),

    async find(query) {
      const { where, values } = toCondition(query);
      const { rows } = await client.query(`SELECT * FROM hajiq_payments WHERE ${where}`, values);
      return rows.map(toStoredPayment);
    },
  };
}
