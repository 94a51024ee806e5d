import { IntegrationError } from '../wire/IntegrationError.ts';

const scriptPath = /\/endive\/stripe\.js$/;

/**
 * Finds the address the stand-in is served under, from the address of its own script.
 *
 * @throws {IntegrationError} When the script was bundled or renamed, for then its frames cannot be found.
 */
export function scriptBase(script: HTMLOrSVGScriptElement | null): string {
  const src = script instanceof HTMLScriptElement ? script.src : '';
  const url = URL.canParse(src) ? new URL(src) : undefined;
  if (url === undefined || !scriptPath.test(url.pathname)) {
    throw new IntegrationError(
      'The HajiQ sandbox stand-in for Stripe.js must be loaded by a classic <script src="…/endive/stripe.js">: it finds its frames and its API beside that address.',
    );
  }
  return url.origin + url.pathname.replace(scriptPath, '');
}
