import type { PaymentIntentResult } from '@stripe/stripe-js';
import { connectionLost } from '../../wire/callApi.ts';
import type {
  CardFrameSettings,
  ConfirmRequest,
  FromCardFrame,
  ToCardFrame,
} from '../../wire/cardFrameMessages.ts';
import { connectFrame } from '../../wire/connectFrame.ts';
import { type CardFrameNodes, createCardFrameNodes } from './cardFrameNodes.ts';

/** What a frame tells its element, save what is settled here. */
export type CardFrameNews =
  Exclude<FromCardFrame, { type: 'height' } | { type: 'confirmed' }> | { readonly type: 'loaderror' };

interface Mounting {
  readonly node: HTMLElement;
  readonly base: string;
  readonly settings: () => CardFrameSettings;
  readonly onNews: (news: CardFrameNews) => void;
}

/** One card frame in the page, from its mounting to its unmounting. */
export class MountedCard {
  readonly node: HTMLElement;
  readonly #nodes: CardFrameNodes;
  readonly #settings: () => CardFrameSettings;
  readonly #onNews: (news: CardFrameNews) => void;
  readonly #disconnect: () => void;
  readonly #confirmations = new Map<number, (result: PaymentIntentResult) => void>();
  #lastRequestId = 0;
  #port: MessagePort | undefined;
  #queue: ToCardFrame[] = [];

  constructor({ node, base, settings, onNews }: Mounting) {
    this.node = node;
    this.#settings = settings;
    this.#onNews = onNews;
    const isRightToLeft = getComputedStyle(node).direction === 'rtl';
    this.#nodes = createCardFrameNodes({ base, locale: settings().locale, isRightToLeft });
    this.#disconnect = connectFrame({
      iframe: this.#nodes.iframe,
      origin: new URL(base).origin,
      onConnect: (port) => this.#connect(port),
      onFailure: () => onNews({ type: 'loaderror' }),
    });
    this.#nodes.input.addEventListener('focus', this.focus);
    document.addEventListener('click', this.#focusFromLabel);
    node.replaceChildren(this.#nodes.holder);
  }

  /** Moves the focus into the card number. */
  readonly focus = (): void => {
    this.#nodes.iframe.focus();
    this.#post({ type: 'focus' });
  };

  /** Takes the focus out of the card. */
  blur(): void {
    this.#nodes.iframe.blur();
    this.#post({ type: 'blur' });
  }

  /** Empties the card. */
  clear(): void {
    this.#post({ type: 'clear' });
  }

  /** Sends the settings as they are now. */
  refresh(): void {
    this.#post({ type: 'settings', settings: this.#settings() });
  }

  /** Has the frame check the card and confirm the payment with it. */
  confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    this.#lastRequestId += 1;
    const requestId = this.#lastRequestId;
    return new Promise((resolve) => {
      this.#confirmations.set(requestId, resolve);
      this.#post({ type: 'confirm', requestId, request });
    });
  }

  /** Takes the frame away. A confirmation under way goes on, but its outcome is lost to this page. */
  unmount(): void {
    this.#disconnect();
    document.removeEventListener('click', this.#focusFromLabel);
    this.#port?.close();
    this.#nodes.holder.remove();
    this.#loseConfirmations();
  }

  /** Runs for every document the frame loads: one that the browser loads anew begins empty. */
  #connect(port: MessagePort): void {
    this.#port?.close();
    this.#loseConfirmations();
    this.#port = port;
    port.addEventListener('message', ({ data }: MessageEvent<FromCardFrame>) => this.#receive(data));
    port.start();
    this.refresh();
    for (const message of this.#queue) port.postMessage(message);
    this.#queue = [];
  }

  #receive(message: FromCardFrame): void {
    if (message.type === 'height') {
      this.#nodes.iframe.style.height = `${message.height}px`;
    } else if (message.type === 'confirmed') {
      this.#confirmations.get(message.requestId)?.(message.result);
      this.#confirmations.delete(message.requestId);
    } else {
      this.#onNews(message);
    }
  }

  #post(message: ToCardFrame): void {
    const port = this.#port;
    if (port !== undefined) port.postMessage(message);
    // The settings are sent first thing on connecting.
    else if (message.type !== 'settings') this.#queue.push(message);
  }

  #loseConfirmations(): void {
    for (const resolve of this.#confirmations.values()) resolve(connectionLost);
    this.#confirmations.clear();
  }

  readonly #focusFromLabel = (event: MouseEvent): void => {
    const label = event.target instanceof Element ? event.target.closest('label') : null;
    if (label === null) return;
    if (label.contains(this.node) || (this.node.id !== '' && label.htmlFor === this.node.id)) this.focus();
  };
}
