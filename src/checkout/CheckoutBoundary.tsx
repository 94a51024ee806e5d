import { Component, Fragment, type ReactNode } from 'react';
import { canPay } from '../client/checkoutState.ts';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { useLocale } from './locales/LocaleContext.ts';
import { PaymentStatus } from './PaymentStatus.tsx';
import { StatusNotice } from './StatusNotice.tsx';

/** How often what broke is drawn anew by itself. */
const SELF_REPAIRS = 2;

/** Stands where the form cannot be drawn: what is known of the money is told all the same. */
function BrokenForm({ onRetry }: { onRetry: () => void }) {
  const checkout = useHajiqCheckout();
  const { messages } = useLocale();
  if (!canPay(checkout)) return <PaymentStatus />;
  return (
    <StatusNotice state="unavailable">
      <button type="button" data-hajiq-part="retry" onClick={onRetry}>
        {messages.retry}
      </button>
    </StatusNotice>
  );
}

interface BoundaryState {
  isBroken: boolean;
  breaks: number;
}

/**
 * Draws the form anew when it breaks, because a translator or another extension has changed the page under React.
 *
 * The checkout itself lives above it: what was being confirmed is followed on, and is not confirmed again.
 */
export class CheckoutBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { isBroken: false, breaks: 0 };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.setState(({ breaks }) => ({ isBroken: breaks >= SELF_REPAIRS, breaks: breaks + 1 }));
  }

  override render(): ReactNode {
    const { isBroken, breaks } = this.state;
    if (isBroken) return <BrokenForm onRetry={() => this.setState({ isBroken: false })} />;
    return <Fragment key={breaks}>{this.props.children}</Fragment>;
  }
}
