import { toCardChange, toPaymentChange, type Typed } from './fakeFields.ts';

type Listener = (event: unknown) => void;

/** The elements that this package shows. */
export type FakeElementType = 'card' | 'payment' | 'expressCheckout';

export type FakeElement = ReturnType<typeof fakeElement>;

const titles: Record<FakeElementType, string> = {
  card: 'Secure card payment input frame',
  payment: 'Secure payment input frame',
  expressCheckout: 'Secure express checkout frame',
};

interface FakeElementParts {
  type: FakeElementType;
  typed: () => Typed;
  /** Runs what tells the page something, such as React's `act`. */
  tell: (telling: () => void) => void;
  onGone: () => void;
}

/** An element of Stripe.js without its frame: what stands in its place has the frame's title, and takes the cursor. */
export function fakeElement({ type, typed, tell, onGone }: FakeElementParts) {
  const listeners = new Map<string, Set<Listener>>();
  const node = document.createElement('div');
  node.title = titles[type];
  node.tabIndex = -1;
  let isReady = false;

  function emit(name: string, event: unknown): void {
    tell(() => listeners.get(name)?.forEach((listener) => listener(event)));
  }

  /** Tells what is in the fields, once the page knows them. */
  function tellTyped(wasTried = false): void {
    if (!isReady || type === 'expressCheckout') return;
    emit('change', type === 'card' ? toCardChange(typed(), wasTried) : toPaymentChange(typed()));
  }

  const element = {
    mount(target: string | HTMLElement): void {
      const place = typeof target === 'string' ? document.querySelector(target) : target;
      place?.replaceChildren(node);
      // The page listens after it has mounted, as that of react-stripe-js does.
      queueMicrotask(() => {
        if (!node.isConnected || isReady) return;
        isReady = true;
        emit('ready', { elementType: type });
        if (typed() !== 'nothing') tellTyped();
      });
    },
    on(name: string, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set<Listener>()).add(listener));
      return element;
    },
    off(name: string, listener?: Listener) {
      if (listener === undefined) listeners.delete(name);
      else listeners.get(name)?.delete(listener);
      return element;
    },
    once(name: string, listener: Listener) {
      const heard = (event: unknown) => {
        element.off(name, heard);
        listener(event);
      };
      return element.on(name, heard);
    },
    update(): void {},
    focus: () => node.focus(),
    blur: () => node.blur(),
    clear(): void {},
    collapse(): void {},
    unmount: () => node.remove(),
    destroy(): void {
      node.remove();
      onGone();
    },
  };
  return { element, tellTyped };
}
