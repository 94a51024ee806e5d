import { errorTable, type ErrorCode } from './errorTable.ts';

/** What a {@link HajiqError} is made from. */
export interface HajiqErrorOptions {
  /** What happened this time, for the developer; it stands before the table's explanation. Never a secret. */
  detail?: string;
  /** The error underneath, for the log. */
  cause?: unknown;
}

/**
 * The base of every error this package throws.
 *
 * `code` is stable and made for branching; `message` is made for the developer (what happened, the likely
 * cause, the remedy) and must not be shown to a customer.
 */
export abstract class HajiqError<Code extends ErrorCode = ErrorCode> extends Error {
  /** The stable, machine-readable reason. */
  readonly code: Code;

  constructor(code: Code, { detail, cause }: HajiqErrorOptions = {}) {
    const explanation = errorTable[code].message;
    super(
      detail === undefined ? explanation : `${detail} ${explanation}`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
  }
}
