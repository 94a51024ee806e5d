import { useEffect, type RefObject } from 'react';
import type { Checkout } from '../client/createCheckout.ts';
import { letThroughChallenge } from './letThroughChallenge.ts';

/** Lets the bank's page be reached for as long as a card is being confirmed. It renders nothing anew. */
export function useReachableChallenge(checkout: Checkout, root: RefObject<Element | null>): void {
  useEffect(() => {
    let end: (() => void) | undefined;
    const follow = () => {
      const isConfirming = checkout.getSnapshot().state.state === 'confirming';
      if (isConfirming && root.current !== null) end ??= letThroughChallenge(root.current);
      if (isConfirming) return;
      end?.();
      end = undefined;
    };
    follow();
    const unsubscribe = checkout.subscribe(follow);
    return () => {
      unsubscribe();
      end?.();
    };
  }, [checkout, root]);
}
