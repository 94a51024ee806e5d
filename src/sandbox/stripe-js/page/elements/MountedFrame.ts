import type { PaymentIntentResult } from '@stripe/stripe-js';
import type { CardValidationError } from '../../card/findComplaint.ts';
import { connectionLost } from '../../wire/callApi.ts';
import { connectFrame } from '../../wire/connectFrame.ts';
import type { ConfirmRequest, FromFrame, SharedSettings, ToFrame } from '../../wire/frameMessages.ts';
import { createFrameNodes, type FrameKind, type FrameNodes } from './frameNodes.ts';

/** What a frame tells its element, save what is settled here. */
export type FrameNews<Change> =
  | Exclude<FromFrame<Change>, { type: 'height' } | { type: 'done' } | { type: 'confirmed' }>
  | { readonly type: 'connected' | 'unreachable' };

interface Mounting<Settings, Change> {
  readonly node: HTMLElement;
  readonly base: string;
  readonly kind: FrameKind;
  readonly settings: () => Settings;
  /** The frame is shown once this has come about. */
  readonly loaded: Promise<unknown>;
  readonly onNews: (news: FrameNews<Change>) => void;
}

/** One frame in the page, from its mounting to its unmounting. */
export class MountedFrame<Settings extends SharedSettings, Change> {
  readonly node: HTMLElement;
  readonly #mounting: Mounting<Settings, Change>;
  readonly #nodes: FrameNodes;
  readonly #disconnect: () => void;
  readonly #confirmations = new Map<number, (result: PaymentIntentResult) => void>();
  readonly #checks = new Map<number, (error: CardValidationError | undefined) => void>();
  #lastRequestId = 0;
  #port: MessagePort | undefined;
  /** Where messages go: nowhere before the frame is told to show itself. */
  #shownPort: MessagePort | undefined;
  #queue: ToFrame<Settings>[] = [];

  constructor(mounting: Mounting<Settings, Change>) {
    const { node, base, kind, settings, onNews } = mounting;
    this.node = node;
    this.#mounting = mounting;
    const isRightToLeft = getComputedStyle(node).direction === 'rtl';
    this.#nodes = createFrameNodes(kind, { base, locale: settings().locale, isRightToLeft });
    this.#disconnect = connectFrame({
      iframe: this.#nodes.iframe,
      origin: new URL(base).origin,
      onConnect: (port) => void this.#connect(port),
      onFailure: () => onNews({ type: 'unreachable' }),
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

  /** Sends the settings as they are now, and waits until they show; a frame still to be shown has them first thing. */
  async refresh(): Promise<void> {
    const port = this.#shownPort;
    if (port === undefined) return;
    await this.#check((requestId) =>
      port.postMessage({ type: 'settings', requestId, settings: this.#mounting.settings() }),
    );
  }

  /** Has the frame complain about every field that is not whole, and gives its first complaint. */
  check(): Promise<CardValidationError | undefined> {
    return this.#check((requestId) => this.#post({ type: 'check', requestId }));
  }

  /** Has the frame check the card and confirm the payment with it. */
  confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    const requestId = this.#nextRequestId();
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
    this.#port = undefined;
    this.#shownPort = undefined;
    this.#nodes.holder.remove();
    this.#loseAnswers();
  }

  /** Runs for every document the frame loads: one that the browser loads anew begins empty. */
  async #connect(port: MessagePort): Promise<void> {
    this.#port?.close();
    this.#loseAnswers();
    this.#port = port;
    this.#shownPort = undefined;
    port.addEventListener('message', ({ data }: MessageEvent<FromFrame<Change>>) => this.#receive(data));
    port.start();
    this.#mounting.onNews({ type: 'connected' });
    await this.#mounting.loaded;
    if (this.#port !== port) return;
    this.#shownPort = port;
    void this.refresh();
    for (const message of this.#queue) port.postMessage(message);
    this.#queue = [];
  }

  #receive(message: FromFrame<Change>): void {
    switch (message.type) {
      case 'height':
        this.#nodes.iframe.style.height = `${message.height}px`;
        break;
      case 'done':
        this.#checks.get(message.requestId)?.(message.error);
        this.#checks.delete(message.requestId);
        break;
      case 'confirmed':
        this.#confirmations.get(message.requestId)?.(message.result);
        this.#confirmations.delete(message.requestId);
        break;
      default:
        this.#mounting.onNews(message);
    }
  }

  #post(message: ToFrame<Settings>): void {
    const port = this.#shownPort;
    if (port === undefined) this.#queue.push(message);
    else port.postMessage(message);
  }

  #check(post: (requestId: number) => void): Promise<CardValidationError | undefined> {
    const requestId = this.#nextRequestId();
    return new Promise((resolve) => {
      this.#checks.set(requestId, resolve);
      post(requestId);
    });
  }

  #nextRequestId(): number {
    this.#lastRequestId += 1;
    return this.#lastRequestId;
  }

  #loseAnswers(): void {
    for (const resolve of this.#confirmations.values()) resolve(connectionLost);
    for (const resolve of this.#checks.values()) resolve(undefined);
    this.#confirmations.clear();
    this.#checks.clear();
  }

  readonly #focusFromLabel = (event: MouseEvent): void => {
    const label = event.target instanceof Element ? event.target.closest('label') : null;
    if (label === null) return;
    if (label.contains(this.node) || (this.node.id !== '' && label.htmlFor === this.node.id)) this.focus();
  };
}
