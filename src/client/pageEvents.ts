interface PageListeners {
  /** The page comes back from the browser's memory, as it was when the customer left it. */
  onRestored: () => void;
  onOnline: () => void;
}

/** Listens to what befalls the page as a whole; the returned function ends it. */
export function listenToPage({ onRestored, onOnline }: PageListeners): () => void {
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) onRestored();
  };
  addEventListener('pageshow', onPageShow);
  addEventListener('online', onOnline);
  return () => {
    removeEventListener('pageshow', onPageShow);
    removeEventListener('online', onOnline);
  };
}
