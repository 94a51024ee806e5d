import type { FromCardFrame, ToCardFrame } from '../wire/cardFrameMessages.ts';
import { greetParent } from '../wire/greetParent.ts';
import { CardForm } from './CardForm.ts';
import { findCardView } from './cardView.ts';
import { confirmPayment } from './confirmPayment.ts';
import { listenToFocus } from './listenToFocus.ts';
import { listenToKeys } from './listenToKeys.ts';
import { listenToTyping } from './listenToTyping.ts';

function start(port: MessagePort): void {
  const send = (message: FromCardFrame): void => port.postMessage(message);
  const view = findCardView();
  const form = new CardForm(view, send);
  let isReady = false;

  const confirm = async (message: Extract<ToCardFrame, { type: 'confirm' }>): Promise<void> => {
    const error = form.revealAll()?.error;
    const result =
      error === undefined
        ? await confirmPayment(message.request, form.values, form.shown.includes('postal'))
        : { error };
    send({ type: 'confirmed', requestId: message.requestId, result });
  };

  port.addEventListener('message', ({ data }: MessageEvent<ToCardFrame>) => {
    switch (data.type) {
      case 'settings':
        form.apply(data.settings);
        if (!isReady) send({ type: 'ready' });
        isReady = true;
        break;
      case 'focus':
        view.inputs.number.focus();
        break;
      case 'blur':
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        break;
      case 'clear':
        form.clear();
        break;
      case 'confirm':
        void confirm(data);
    }
  });

  document.documentElement.dir =
    new URLSearchParams(location.hash.slice(1)).get('rtl') === 'true' ? 'rtl' : 'ltr';
  listenToTyping(form);
  listenToFocus(form, send);
  listenToKeys(form, send);
  const observer = new ResizeObserver(() => {
    form.refresh();
    send({ type: 'height', height: view.card.getBoundingClientRect().height });
  });
  observer.observe(view.card);
  port.start();
}

greetParent(start);
