/** Wakes those who wait for the next change of a payment in this process. */
export interface ChangeSignal {
  emit(paymentId: string): void;
  /** Resolves at the next change, after the time, or when the signal aborts: whichever comes first. */
  next(paymentId: string, timeoutMs: number, signal?: AbortSignal): Promise<void>;
  /** Tells whether somebody waits for the payment. */
  isAwaited(paymentId: string): boolean;
}

export function changeSignal(): ChangeSignal {
  const waiting = new Map<string, Set<() => void>>();

  return {
    emit(paymentId) {
      const wakers = waiting.get(paymentId);
      waiting.delete(paymentId);
      wakers?.forEach((wake) => wake());
    },

    isAwaited: (paymentId) => waiting.has(paymentId),

    next(paymentId, timeoutMs, signal) {
      return new Promise((resolve) => {
        const wakers = waiting.get(paymentId) ?? new Set();
        waiting.set(paymentId, wakers);
        const wake = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', wake);
          wakers.delete(wake);
          if (wakers.size === 0 && waiting.get(paymentId) === wakers) waiting.delete(paymentId);
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        wakers.add(wake);
        if (signal?.aborted === true) wake();
        else signal?.addEventListener('abort', wake, { once: true });
      });
    },
  };
}
