import type { CheckoutState } from '../../client/checkoutState.ts';
import type { DeclineReason } from '../../client/declineReason.ts';

/** A state of a payment that is told in words. */
type ToldState = Exclude<CheckoutState['state'], 'ready'>;

/** What is told in place of a state where more is known: nothing can be asked, or a further try would not help. */
type ToldInstead = 'leftToShop' | 'notPayable' | 'notCharged';

/** What a notice can tell. */
export type Told = ToldState | ToldInstead;

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
  status: Record<Told, StatusMessage>;
  declineReason: Record<DeclineReason, string>;
}
