import { GatewayError } from '../../errors/GatewayError.ts';
import { isCredentialsFault } from './toGatewayError.ts';

/** How long a key that was refused is not tried again, in milliseconds. */
const OPEN_MS = 30_000;

/**
 * Keeps a key that HajiQ Pay has refused from being sent again and again: that mends nothing, and looks like an attack.
 */
export function credentialsBreaker() {
  let refusal: { error: GatewayError; until: number } | undefined;

  return {
    /** @throws {GatewayError} The refusal, for 30 s after it came. */
    check(): void {
      if (refusal === undefined) return;
      if (performance.now() < refusal.until) throw refusal.error;
      refusal = undefined;
    },

    /** Takes note of a failed call. */
    note(error: unknown): void {
      if (!(error instanceof GatewayError) || !isCredentialsFault(error)) return;
      refusal = { error, until: performance.now() + OPEN_MS };
    },
  };
}
