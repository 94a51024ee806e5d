import type { ConfigErrorCode } from './errorTable.ts';
import { HajiqError } from './HajiqError.ts';

/** Says that the set-up is wrong: thrown as early as it can be seen, and mended by a developer only. */
export class ConfigError extends HajiqError<ConfigErrorCode> {
  override readonly name = 'ConfigError';
}
