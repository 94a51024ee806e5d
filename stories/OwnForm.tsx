import { useHajiqCheckout } from 'hajiq-checkout';
import type { FormEvent, ReactNode } from 'react';

/** A shop's own form around the parts. */
export function OwnForm({ children }: { children: ReactNode }) {
  const { pay } = useHajiqCheckout();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void pay();
  };
  return (
    <form onSubmit={onSubmit} style={{ display: 'grid', gap: '1rem' }}>
      {children}
    </form>
  );
}
