/** Closes a dialog and opens it in another way, and lets nobody hear of it: for its customer it has never closed. */
function reopen(dialog: HTMLDialogElement, open: () => void): void {
  const keepQuiet = (event: Event) => {
    if (event.target !== dialog) return;
    event.stopImmediatePropagation();
    removeEventListener('close', keepQuiet, true);
  };
  addEventListener('close', keepQuiet, true);
  dialog.close();
  open();
}

/** Opens a modal dialog as one that is not, in the same place; the returned function makes it modal again. */
function demote(dialog: HTMLDialogElement): () => void {
  const style = dialog.getAttribute('style');
  reopen(dialog, () => dialog.show());
  Object.assign(dialog.style, { position: 'fixed', inset: '0', margin: 'auto' });

  return () => {
    if (dialog.open && dialog.isConnected) reopen(dialog, () => dialog.showModal());
    if (style === null) dialog.removeAttribute('style');
    else dialog.setAttribute('style', style);
  };
}

/** Keeps the page from taking clicks and the cursor away from an element that Stripe has laid over it. */
function free(challenge: HTMLElement): () => void {
  const own = (event: Event) => {
    if (event.target instanceof Node && challenge.contains(event.target)) event.stopImmediatePropagation();
  };
  const unlock = () => {
    for (const name of ['inert', 'aria-hidden']) {
      if (challenge.hasAttribute(name)) challenge.removeAttribute(name);
    }
  };
  const locks = new MutationObserver(unlock);
  unlock();
  locks.observe(challenge, { attributes: true, attributeFilter: ['inert', 'aria-hidden'] });
  challenge.style.pointerEvents = 'auto';
  // Before a focus trap on the document hears of it.
  addEventListener('focusin', own, true);
  return () => {
    locks.disconnect();
    removeEventListener('focusin', own, true);
  };
}

const isOfStripe = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement &&
  (node.matches('iframe[name^="__privateStripe"]') ||
    node.querySelector('iframe[name^="__privateStripe"]') !== null);

/**
 * Lets the customer reach the bank's page, which Stripe lays over the page at its end, out of a modal dialog and out of
 * a focus trap: both would keep every click and the cursor to themselves (stripe-js#599).
 *
 * @param root The checkout on the page.
 * @returns Ends it, and makes modal again what was.
 */
export function letThroughChallenge(root: Element): () => void {
  const undo: (() => void)[] = [];
  const arrivals = new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isOfStripe);
    const dialog = root.closest<HTMLDialogElement>('dialog:modal');
    if (added.length > 0 && dialog !== null) undo.unshift(demote(dialog));
    undo.unshift(...added.map(free));
  });
  arrivals.observe(document.body, { childList: true });
  return () => {
    arrivals.disconnect();
    undo.forEach((end) => end());
  };
}
