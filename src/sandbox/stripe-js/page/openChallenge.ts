import type { FromChallenge, ToChallenge } from '../wire/challengeMessages.ts';
import { connectFrame } from '../wire/connectFrame.ts';
import { nextFrameName } from './frameName.ts';
import { parentOrigin } from './parentOrigin.ts';
import type { StandIn } from './StandIn.ts';

/** As Stripe's: above everything, save what the page has put in the browser's top layer. */
const overlayStyle = {
  position: 'fixed',
  inset: '0',
  'z-index': '2147483647',
  width: '100%',
  height: '100%',
  border: '0',
  margin: '0',
  padding: '0',
  background: 'transparent',
  'color-scheme': 'light only',
};

function applyOverlayStyle(element: HTMLElement): void {
  for (const [name, value] of Object.entries(overlayStyle))
    element.style.setProperty(name, value, 'important');
}

/**
 * Lays the 3-D Secure challenge over the page until the customer has decided.
 *
 * @returns Whether it could be shown; the decision itself is the API's to tell.
 */
export function openChallenge({ base, publishableKey }: StandIn, clientSecret: string): Promise<boolean> {
  const focused = document.activeElement;
  const overlay = document.createElement('div');
  const iframe = document.createElement('iframe');
  iframe.name = nextFrameName();
  iframe.title = '3D Secure 2 authentication frame';
  iframe.src = `${base}/three-ds-2-challenge.html#${new URLSearchParams({ parentOrigin: parentOrigin() }).toString()}`;
  applyOverlayStyle(overlay);
  applyOverlayStyle(iframe);
  overlay.append(iframe);

  const { promise, resolve } = Promise.withResolvers<boolean>();
  const disconnect = connectFrame({
    iframe,
    origin: new URL(base).origin,
    onConnect: (port) => {
      port.addEventListener('message', ({ data }: MessageEvent<FromChallenge>) =>
        resolve(data.type === 'finished'),
      );
      port.start();
      port.postMessage({ type: 'start', challenge: { clientSecret, publishableKey } } satisfies ToChallenge);
      iframe.focus();
    },
    onFailure: () => resolve(false),
  });
  // The page behind is not to be reached by Tab while the challenge is open.
  const keepFocus = (event: FocusEvent): void => {
    if (event.target !== iframe) iframe.focus();
  };
  document.addEventListener('focusin', keepFocus);
  document.body.append(overlay);

  return promise.finally(() => {
    disconnect();
    document.removeEventListener('focusin', keepFocus);
    overlay.remove();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  });
}
