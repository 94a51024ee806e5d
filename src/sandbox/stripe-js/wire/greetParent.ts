import { isRecord } from '../../../protocol/isRecord.ts';

/**
 * Makes a frame known to the page it stands in and waits for the port all else is said over.
 *
 * The parent's origin comes in the fragment of the frame's address; nothing is sent to, or taken from, any other.
 * A frame that the browser moves in the document is loaded anew, and greets anew.
 */
export function greetParent(onConnect: (port: MessagePort) => void): void {
  const parentOrigin = new URLSearchParams(location.hash.slice(1)).get('parentOrigin');
  if (window.parent === window || parentOrigin === null) return;
  const listen = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    if (event.source !== window.parent || event.origin !== parentOrigin) return;
    if (!isRecord(event.data) || event.data.hajiqSandbox !== 'connect' || port === undefined) return;
    window.removeEventListener('message', listen);
    onConnect(port);
  };
  window.addEventListener('message', listen);
  window.parent.postMessage({ hajiqSandbox: 'hello' }, parentOrigin);
}
