import { IntegrationError } from '../../wire/IntegrationError.ts';
import { EventHandlers } from './EventHandlers.ts';
import { findMountNode } from './mountNode.ts';

/** What an element has put into the page. */
interface Mounted {
  readonly node: HTMLElement;
  /** Takes it out again. */
  unmount(): void;
}

/** What every element can do, whatever it shows. */
export abstract class MountableElement<Shown extends Mounted> {
  protected readonly handlers: EventHandlers;
  protected mounted: Shown | undefined;
  readonly #onDestroy: () => void;
  #isDestroyed = false;

  constructor(events: readonly string[], onDestroy: () => void) {
    this.handlers = new EventHandlers(events);
    this.#onDestroy = onDestroy;
  }

  mount(target: unknown): void {
    this.assertAlive();
    const node = findMountNode(target);
    if (this.mounted?.node === node) return;
    if (this.mounted !== undefined) {
      throw new IntegrationError(
        'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
      );
    }
    this.attach(node);
  }

  unmount(): void {
    this.assertAlive();
    this.mounted?.unmount();
    this.mounted = undefined;
  }

  destroy(): void {
    this.unmount();
    this.#isDestroyed = true;
    this.#onDestroy();
  }

  on(event: unknown, handler: unknown): this {
    this.handlers.add(event, handler);
    return this;
  }

  once(event: unknown, handler: unknown): this {
    this.handlers.add(event, handler, true);
    return this;
  }

  off(event: unknown, handler?: unknown): this {
    this.handlers.remove(event, handler);
    return this;
  }

  /** Puts the element into the page; its events come later, for the page listens only afterwards. */
  protected abstract attach(node: HTMLElement): void;

  protected assertAlive(): void {
    if (this.#isDestroyed) {
      throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
    }
  }

  protected assertMounted(method: string): Shown {
    this.assertAlive();
    if (this.mounted !== undefined) return this.mounted;
    throw new IntegrationError(`Cannot call \`${method}()\` on an Element that is not mounted.`);
  }
}
