/** What a {@link HajiqError} is made from. */
export interface HajiqErrorOptions {
  /** What happened this time, for the developer; it stands before the code's explanation. Never a secret. */
  detail?: string;
  /** The error underneath, for the log. */
  cause?: unknown;
}

/**
 * The base of every error this package throws.
 *
 * `code` is stable and made for branching; `message` is made for the developer (what happened, the likely
 * cause, the remedy) and must not be shown to a customer. There is a subclass for each way to react, and each keeps
 * its codes beside it, so that a browser carries only those it can meet.
 */
export abstract class HajiqError<Code extends string = string> extends Error {
  /** The stable, machine-readable reason. */
  readonly code: Code;

  constructor(code: Code, explanation: string, { detail, cause }: HajiqErrorOptions = {}) {
    super(
      detail === undefined ? explanation : `${detail} ${explanation}`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
  }
}
