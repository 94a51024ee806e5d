import { useState, useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/**
 * Returns the page's language: its `lang`, else the browser's. Undefined on a server, and so while hydrating.
 *
 * It is read once: a translator that changes the page's language must not change the checkout's under its hands.
 */
export function usePageTag(): string | undefined {
  const [read] = useState(() => {
    let tag: string | undefined;
    return () => (tag ??= document.documentElement.lang || navigator.language);
  });
  return useSyncExternalStore(neverChanges, read, () => undefined);
}
