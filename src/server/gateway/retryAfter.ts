const MIN_MS = 1_000;
const MAX_MS = 30_000;

/**
 * Reads a `Retry-After` header, in seconds or as an HTTP date, into 1,000 to 30,000 milliseconds.
 *
 * What is absent, past or not understood is one second: a gateway that is short of capacity is never asked at once.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfterMs(header: string | null): number {
  // Before the date: Date.parse takes "-5" for a month of the year 2001.
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header ?? '') - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? MIN_MS : Math.min(Math.max(ms, MIN_MS), MAX_MS);
}
