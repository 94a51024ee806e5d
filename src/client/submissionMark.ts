import { isRecord } from '../protocol/isRecord.ts';
import { toMoney, type Money } from '../protocol/money.ts';
import type { Backend } from './Backend.ts';

/** What is remembered of a submission: that there was one, and what a donor gave. */
export interface Submission {
  donation?: Money;
}

/** Uses the tab's storage. A browser may refuse it: then nothing is remembered. */
function withStorage<Result>(act: (storage: Storage) => Result): Result | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}

/**
 * Remembers in this tab that a card was submitted for an order, so that a reload does not offer to pay before it is
 * known what came of it. It keeps that and no more: nothing of the payment, nothing of the card.
 */
export function submissionMark({ url }: Backend, orderId: string) {
  const key = `hajiq-checkout ${JSON.stringify([url, orderId])}`;

  function read(): Submission | undefined {
    return withStorage((storage) => {
      const kept = storage.getItem(key);
      if (kept === null) return undefined;
      const donation: unknown = JSON.parse(kept);
      return { donation: isRecord(donation) ? toMoney(donation) : undefined };
    });
  }

  return {
    read,

    /** Sets the mark; the returned function takes it back, unless an attempt before had set it. */
    set({ donation }: Submission): () => void {
      const isFirst = read() === undefined;
      withStorage((storage) => storage.setItem(key, JSON.stringify(donation ?? null)));
      return () => {
        if (isFirst) withStorage((storage) => storage.removeItem(key));
      };
    },
  };
}
