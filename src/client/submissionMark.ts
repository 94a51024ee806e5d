import type { Backend } from './Backend.ts';

/** Uses the tab's storage. A browser may refuse it: then nothing is remembered. */
function withStorage<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}

/**
 * Remembers in this tab that a card was submitted for an order whose backend cannot be asked what came of it, so that
 * a reload does not offer to pay again. It keeps that and no more: nothing of the payment, nothing of the card.
 */
export function submissionMark({ url }: Backend, orderId: string) {
  const key = `hajiq-checkout ${JSON.stringify([url, orderId])}`;
  const isSet = () => withStorage((storage) => key in storage) === true;

  return {
    isSet,

    /** Sets the mark; the returned function takes it back, unless an attempt before had set it. */
    set(): () => void {
      if (isSet()) return () => {};
      withStorage((storage) => storage.setItem(key, ''));
      return () => withStorage((storage) => storage.removeItem(key));
    },
  };
}
