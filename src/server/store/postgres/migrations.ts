/** The steps in which the tables came to be as they are; one is never changed once it is published. */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE hajiq_payments (
      payment_id text PRIMARY KEY,
      order_id text NOT NULL,
      amount integer NOT NULL,
      currency text NOT NULL,
      sealed_secret text,
      gateway_payment_id text UNIQUE,
      created_at bigint NOT NULL,
      status text NOT NULL,
      reported_at bigint NOT NULL,
      is_superseded boolean NOT NULL,
      declines integer NOT NULL,
      version integer NOT NULL
    )`,
    `CREATE INDEX hajiq_payments_of_order ON hajiq_payments (order_id)`,
    // One order has one live payment, whatever a program does.
    `CREATE UNIQUE INDEX hajiq_payments_live ON hajiq_payments (order_id) WHERE NOT is_superseded`,
    `CREATE INDEX hajiq_payments_open ON hajiq_payments (created_at)
      WHERE status IN ('pending', 'processing', 'failed')`,
    `CREATE TABLE hajiq_events (
      event_id text PRIMARY KEY,
      digest text NOT NULL,
      body text NOT NULL,
      order_id text,
      gateway_payment_id text,
      received_at bigint NOT NULL,
      state text NOT NULL,
      reason text,
      failures integer NOT NULL
    )`,
    `CREATE INDEX hajiq_events_unhandled ON hajiq_events (received_at) WHERE state IN ('unmatched', 'due')`,
    `CREATE INDEX hajiq_events_of_order ON hajiq_events (order_id) WHERE state = 'unmatched'`,
    `CREATE INDEX hajiq_events_of_payment ON hajiq_events (gateway_payment_id) WHERE state = 'unmatched'`,
    `CREATE INDEX hajiq_events_quarantined ON hajiq_events (received_at) WHERE state = 'quarantined'`,
    `CREATE TABLE hajiq_work (
      key text PRIMARY KEY,
      fence bigint NOT NULL,
      leased_until timestamptz NOT NULL,
      done_at timestamptz
    )`,
  ],
];
