import type { CheckoutState } from '../../client/checkoutState.ts';
import type { DeclineReason } from '../../client/declineReason.ts';

/** A state of a payment that is told in words. */
export type ToldState = Exclude<CheckoutState['state'], 'ready'>;

/** A title, and a sentence that says what it means for the customer. */
interface StatusMessage {
  title: string;
  text: string;
}

/** Every word the checkout says, in one language. `{amount}` stands for the money. */
export interface Messages {
  /** Which way the language runs. */
  direction: 'ltr' | 'rtl';
  total: string;
  card: string;
  pay: string;
  payAmount: string;
  paying: string;
  cardIsPrivate: string;
  testMode: string;
  checkAgain: string;
  retry: string;
  status: Record<ToldState, StatusMessage>;
  declineReason: Record<DeclineReason, string>;
}
