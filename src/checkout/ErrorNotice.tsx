import type { CheckoutState } from '../client/checkoutState.ts';
import { CheckoutNotice } from './CheckoutNotice.tsx';

const troubles: ReadonlySet<CheckoutState['state']> = new Set(['ready', 'declined', 'failed', 'unavailable']);

/** Tells whether a state is told by {@link ErrorNotice}: `ready` is, for a click may have led to nothing. */
export const isTrouble = (state: CheckoutState['state']) => troubles.has(state);

/**
 * Tells the customer what went wrong, and offers another try where one may help; empty while nothing is.
 *
 * `<PaymentStatus>` tells it too: use this where it has to stand somewhere else, at the card for example, and
 * `<PaymentStatus withErrors={false}>` beside it.
 *
 * @example
 * <HajiqCheckout {...shop}>
 *   <ErrorNotice />
 *   <CardFields />
 *   <PayButton />
 *   <PaymentStatus withErrors={false} />
 * </HajiqCheckout>
 */
export function ErrorNotice() {
  return <CheckoutNotice isTold={isTrouble} />;
}
