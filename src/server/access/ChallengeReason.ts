import type { LimitName } from './rateLimits.ts';

/** Why a request needs a proof that a person makes it. */
export interface ChallengeReason {
  /** Undefined while the order is not known yet. */
  orderId?: string;
  /** A limit that is passed, or too many declined cards on the order. */
  reason: LimitName | 'declines';
}
