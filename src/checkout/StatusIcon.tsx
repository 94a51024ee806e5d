import type { CheckoutState } from '../client/checkoutState.ts';

/** The strokes of each icon, on a grid of 24. */
const strokes = {
  tick: 'M6 12.5l4 4 8-9',
  cross: 'M8 8l8 8M16 8l-8 8',
  question: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.8v.1',
  back: 'M9 8l-3 3 3 3M6.5 11H14a3 3 0 0 1 0 6h-3',
  exclamation: 'M12 7.5v5.5M12 16.4v.1',
} as const;

const iconOfState: Partial<Record<CheckoutState['state'], keyof typeof strokes>> = {
  ready: 'exclamation',
  succeeded: 'tick',
  declined: 'exclamation',
  failed: 'cross',
  cancelled: 'cross',
  refunded: 'back',
  unknown: 'question',
  unavailable: 'exclamation',
};

/** Draws the state: a spinner while something is under way, else its sign. The words beside it say the same. */
export function StatusIcon({ state }: { state: CheckoutState['state'] }) {
  const icon = iconOfState[state];
  if (icon === undefined) return <span data-hajiq-part="spinner" aria-hidden="true" />;
  return (
    <svg data-hajiq-part="status-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="11" />
      <path d={strokes[icon]} />
    </svg>
  );
}
