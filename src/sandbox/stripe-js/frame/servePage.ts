import type { FromFrame, ToFrame } from '../wire/frameMessages.ts';
import { confirmPayment } from './confirmPayment.ts';
import type { FrameForm } from './FrameForm.ts';
import { listenToFocus } from './listenToFocus.ts';
import { listenToKeys } from './listenToKeys.ts';
import { listenToTyping } from './listenToTyping.ts';

/**
 * Puts a form at the page's service: does what the page asks, and tells it what it may know.
 *
 * The document's direction comes in the fragment of the frame's address, as the page's own is not to be seen from here.
 */
export function servePage<Settings, Change>(
  port: MessagePort,
  createForm: (send: (message: FromFrame<Change>) => void) => FrameForm<Settings>,
): void {
  const send = (message: FromFrame<Change>): void => port.postMessage(message);
  const form = createForm(send);
  let isReady = false;

  const answer = async (message: ToFrame<Settings>): Promise<void> => {
    switch (message.type) {
      case 'settings':
        form.apply(message.settings);
        if (!isReady) send({ type: 'ready' });
        isReady = true;
        send({ type: 'done', requestId: message.requestId });
        break;
      case 'focus':
        form.focus();
        break;
      case 'blur':
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        break;
      case 'clear':
        form.clear();
        break;
      case 'check':
        send({ type: 'done', requestId: message.requestId, error: form.revealAll() });
        break;
      case 'confirm': {
        const error = form.revealAll();
        const result = error === undefined ? await confirmPayment(message.request, form) : { error };
        send({ type: 'confirmed', requestId: message.requestId, result });
      }
    }
  };

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame<Settings>>) => void answer(data));
  document.documentElement.dir =
    new URLSearchParams(location.hash.slice(1)).get('rtl') === 'true' ? 'rtl' : 'ltr';
  listenToTyping(form);
  listenToFocus(form, send);
  listenToKeys(form, send);
  const observer = new ResizeObserver(() => {
    form.refresh();
    send({ type: 'height', height: form.root.getBoundingClientRect().height });
  });
  observer.observe(form.root);
  port.start();
}
