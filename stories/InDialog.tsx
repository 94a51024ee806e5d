import { useEffect, useRef, type ReactNode } from 'react';

interface InDialogProps {
  children: ReactNode;
  onClose: () => void;
}

/** A shop's modal dialog: nothing behind it can be clicked. */
export function InDialog({ children, onClose }: InDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label="Checkout">
      {children}
    </dialog>
  );
}

/** A focus trap as libraries of dialogs make them: the cursor is brought back, and nothing else takes a click. */
export function InFocusTrap({ children }: { children: ReactNode }) {
  const trap = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const bringBack = ({ target }: FocusEvent) => {
      if (target instanceof Node && trap.current?.contains(target) === false)
        trap.current.querySelector('button')?.focus();
    };
    document.addEventListener('focusin', bringBack);
    document.body.style.pointerEvents = 'none';
    return () => {
      document.removeEventListener('focusin', bringBack);
      document.body.style.pointerEvents = '';
    };
  }, []);
  return (
    <div ref={trap} style={{ pointerEvents: 'auto' }}>
      {children}
    </div>
  );
}
