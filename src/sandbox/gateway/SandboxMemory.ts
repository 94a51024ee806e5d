import type { SandboxPayment } from './SandboxPayment.ts';
import type { Delivery } from './webhooks/webhookDeliveries.ts';

/** What has happened in a sandbox, as plain data. Its cards are gone: no number is ever kept. */
export interface SandboxRecord {
  payments: readonly SandboxPayment[];
  deliveries: readonly Delivery[];
}

/** Where a sandbox keeps what has happened, so that another can go on from there. */
export interface SandboxMemory {
  /** Undefined when nothing is kept yet. */
  read(): SandboxRecord | undefined;
  /** Has kept the record when it returns. */
  write(record: SandboxRecord): void;
}
