import { isRecord } from '../../../protocol/isRecord.ts';

/** How long the frame's document may take to arrive, and then to say hello. */
const LOAD_TIMEOUT_MS = 20_000;
const HELLO_TIMEOUT_MS = 5_000;

interface FrameConnection {
  readonly iframe: HTMLIFrameElement;
  /** The only origin that is listened and spoken to. */
  readonly origin: string;
  /** Called with a port each time the frame's document has loaded and greeted. */
  readonly onConnect: (port: MessagePort) => void;
  /** Called when the document did not load, or is not the one expected. */
  readonly onFailure: () => void;
}

/** Waits for a frame to greet and hands it one end of a channel; returns what ends the waiting. */
export function connectFrame({ iframe, origin, onConnect, onFailure }: FrameConnection): () => void {
  let timer = setTimeout(onFailure, LOAD_TIMEOUT_MS);
  let hasGreeted = false;
  const wait = (): void => {
    if (hasGreeted) return;
    clearTimeout(timer);
    timer = setTimeout(onFailure, HELLO_TIMEOUT_MS);
  };
  const greet = (event: MessageEvent<unknown>): void => {
    if (event.source !== iframe.contentWindow || event.origin !== origin) return;
    if (!isRecord(event.data) || event.data.hajiqSandbox !== 'hello') return;
    hasGreeted = true;
    clearTimeout(timer);
    const { port1, port2 } = new MessageChannel();
    onConnect(port1);
    iframe.contentWindow?.postMessage({ hajiqSandbox: 'connect' }, origin, [port2]);
  };
  iframe.addEventListener('load', wait);
  window.addEventListener('message', greet);
  return () => {
    clearTimeout(timer);
    iframe.removeEventListener('load', wait);
    window.removeEventListener('message', greet);
  };
}
