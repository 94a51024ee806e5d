import type { PaymentIntentResult, StripeElementClasses, StripeError } from '@stripe/stripe-js';
import type { ConfirmRequest, SharedSettings } from '../../wire/frameMessages.ts';
import { IntegrationError } from '../../wire/IntegrationError.ts';
import type { StandIn } from '../StandIn.ts';
import { ElementClasses, type ElementState } from './ElementClasses.ts';
import type { FrameKind } from './frameNodes.ts';
import { MountableElement } from './MountableElement.ts';
import { type FrameNews, MountedFrame } from './MountedFrame.ts';
import { submitHostForm } from './submitHostForm.ts';

/** What an element has from its group. */
export interface ElementParts {
  readonly standIn: StandIn;
  readonly options: unknown;
  readonly shared: () => SharedSettings;
  readonly onDestroy: () => void;
}

/** What every frame says of its fields in a `change` event. */
interface FieldsChange {
  readonly empty: boolean;
  readonly complete: boolean;
  readonly error?: unknown;
}

const pristine: ElementState = {
  empty: true,
  complete: false,
  invalid: false,
  focus: false,
  webkitAutofill: false,
};
const unreachable: StripeError = {
  type: 'api_connection_error',
  message: 'The card fields could not be loaded.',
};

/** An element whose fields stand in a frame, where the page cannot read them. */
export abstract class FrameElement<
  Settings extends SharedSettings,
  Change extends FieldsChange,
> extends MountableElement<MountedFrame<Settings, Change>> {
  protected readonly parts: ElementParts;
  readonly #kind: FrameKind;
  #classes: ElementClasses | undefined;
  #state: ElementState = pristine;
  #isReady = false;

  constructor(kind: FrameKind, events: readonly string[], parts: ElementParts) {
    super(events, parts.onDestroy);
    this.#kind = kind;
    this.parts = parts;
  }

  override unmount(): void {
    super.unmount();
    this.#classes?.remove();
    this.#classes = undefined;
    this.#state = pristine;
    this.#isReady = false;
  }

  /** Hands the options of the element and of its group to the frame again, and waits until it shows them. */
  async refresh(): Promise<void> {
    this.#show(this.#state);
    await this.mounted?.refresh();
  }

  focus(): void {
    this.assertMounted('focus').focus();
  }

  blur(): void {
    this.assertMounted('blur').blur();
  }

  clear(): void {
    this.assertMounted('clear').clear();
  }

  /** Confirms a payment with what is in the fields; rejects, as Stripe does, while they cannot be read. */
  async confirm(request: ConfirmRequest): Promise<PaymentIntentResult> {
    return this.assertReady('stripe.confirmCardPayment()').confirm(request);
  }

  /** How the frame is to look and speak now. */
  protected abstract settings(): Settings;

  protected assertReady(method: string): MountedFrame<Settings, Change> {
    if (this.#isReady && this.mounted !== undefined) return this.mounted;
    throw this.unreadable(method);
  }

  /** What a call that needs the fields is refused with while they cannot be read. */
  protected unreadable(_method: string): IntegrationError {
    return new IntegrationError(
      'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is mounted and the ready event has been emitted.',
    );
  }

  protected override attach(node: HTMLElement): void {
    this.attachFrame(node, Promise.resolve());
  }

  /** Puts the frame into the page; it shows nothing before `loaded` has come about. */
  protected attachFrame(node: HTMLElement, loaded: Promise<unknown>): void {
    this.mounted = new MountedFrame<Settings, Change>({
      node,
      base: this.parts.standIn.base,
      kind: this.#kind,
      settings: () => this.settings(),
      loaded,
      onNews: (news) => this.#hear(news),
    });
    this.#classes = new ElementClasses(node);
    this.#show(pristine);
  }

  /** The merchant's own names for the classes of the mount node. */
  protected classNames(): StripeElementClasses {
    return {};
  }

  /** Is called when the frame's document has come, before it shows anything. */
  protected onConnected(): void {
    // Most elements have nothing to tell of it.
  }

  /** Tells that the element does not load. */
  protected fail(error: StripeError): void {
    this.emit('loaderror', { error });
  }

  protected emit(event: string, details?: object): void {
    this.handlers.emit(event, { elementType: this.#kind.componentName, ...details });
  }

  #hear(news: FrameNews<Change>): void {
    switch (news.type) {
      case 'change': {
        const { empty, complete, error } = news.change;
        const invalid = error !== undefined;
        this.#show({ ...this.#state, empty, complete, invalid, webkitAutofill: news.isAutofilled });
        this.handlers.emit('change', news.change);
        break;
      }
      case 'connected':
        this.onConnected();
        break;
      case 'unreachable':
        this.fail(unreachable);
        break;
      case 'enter':
        if (this.mounted !== undefined) submitHostForm(this.mounted.node);
        break;
      case 'ready':
        this.#isReady = true;
        this.#show(pristine);
        this.emit('ready');
        break;
      case 'focus':
      case 'blur':
        this.#show({ ...this.#state, focus: news.type === 'focus' });
        this.emit(news.type);
        break;
      case 'escape':
        this.emit('escape');
    }
  }

  #show(state: ElementState): void {
    this.#state = state;
    this.#classes?.show(state, this.classNames());
  }
}
