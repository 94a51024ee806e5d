import type { Backend } from './Backend.ts';

/** What one window tells the others about an order. Nothing of the payment is in it. */
interface News {
  /** Whether a card was submitted and may be charged. */
  mayBeCharged: boolean;
}

/** Lets go of the order. */
export type Release = () => void;

/** The browser's locks; undefined where it has none, or not for this page. */
const locks = () => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/**
 * Lets the windows of one browser know of each other: one of them pays for an order at a time, and tells the others
 * when something has come of it.
 *
 * A browser that has no locks or no channels works without: a payment succeeds once, whoever confirms it.
 */
export function otherWindows({ url }: Backend, orderId: string) {
  const name = `hajiq-checkout ${JSON.stringify([url, orderId])}`;
  let channel: BroadcastChannel | undefined;

  return {
    /** Takes the order for this window; undefined when another one has it. */
    take(): Promise<Release | undefined> {
      const manager = locks();
      if (manager === undefined) return Promise.resolve(() => {});
      return new Promise((resolve) => {
        const hold = (lock: Lock | null) => {
          if (lock === null) return resolve(undefined);
          return new Promise<void>((release) => resolve(release));
        };
        // A page that may not have locks goes without.
        manager.request(name, { ifAvailable: true }, hold).catch(() => resolve(() => {}));
      });
    },

    /** Waits until no other window has the order. */
    async awaitFree(): Promise<void> {
      await locks()
        ?.request(name, () => {})
        .catch(() => {});
    },

    tell(news: News): void {
      if (typeof BroadcastChannel === 'undefined') return;
      const told = channel ?? new BroadcastChannel(name);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
      told.postMessage(news);
      if (told !== channel) told.close();
    },

    /** Listens to the others; the returned function ends it. */
    listen(onNews: (news: News) => void): () => void {
      if (typeof BroadcastChannel === 'undefined') return () => {};
      const listening = new BroadcastChannel(name);
      listening.addEventListener('message', ({ data }: MessageEvent<News>) => onNews(data));
      channel = listening;
      return () => {
        listening.close();
        if (channel === listening) channel = undefined;
      };
    },
  };
}
