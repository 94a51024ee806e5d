import { IntegrationError } from '../wire/IntegrationError.ts';

/**
 * Gives the page's origin, which a frame needs to tell its own page from every other.
 *
 * @throws {IntegrationError} On a page that has none, such as one opened from a file.
 */
export function parentOrigin(): string {
  if (window.origin !== 'null') return window.origin;
  throw new IntegrationError(
    'This page has no origin (it was opened from a file, or stands in a sandboxed frame). Serve it over http://localhost.',
  );
}
