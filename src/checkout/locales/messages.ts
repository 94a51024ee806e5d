import type { CheckoutState } from '../../client/checkoutState.ts';
import type { DeclineReason } from '../../client/declineReason.ts';

/** A state of a payment that is told in words. */
type ToldState = Exclude<CheckoutState['state'], 'ready'>;

/** What is told in place of a state where more is known: nothing can be asked, or a further try would not help. */
type ToldInstead = 'leftToShop' | 'notPayable' | 'notCharged' | 'offline';

/** What a notice can tell. */
export type Told = ToldState | ToldInstead;

/** A title, and a sentence that says what it means for the customer. */
interface StatusMessage {
  title: string;
  text: string;
}

/** What a donor is asked. */
interface DonationMessages {
  /** Names the group of amounts to choose from. */
  legend: string;
  /** The choice of an amount that is not among the presets, and the label of its field. */
  ownAmount: string;
  currency: string;
  /** What is wrong with an amount of the donor's own. `{amount}` is the bound. */
  notAnAmount: string;
  tooLittle: string;
  tooMuch: string;
}

/** Every word the checkout says, in one language. `{amount}` stands for the money. */
export interface Messages {
  /** Which way the language runs. */
  direction: 'ltr' | 'rtl';
  total: string;
  card: string;
  pay: string;
  payAmount: string;
  /** In the place of `pay` and `payAmount` where the customer gives. */
  donate: string;
  donateAmount: string;
  paying: string;
  /** The label of Stripe's Payment Element, which may hold other ways to pay than a card. */
  paymentDetails: string;
  /** Stands between a wallet's button and the fields. */
  orPayByCard: string;
  cardIsPrivate: string;
  testMode: string;
  checkAgain: string;
  retry: string;
  status: Record<Told, StatusMessage>;
  declineReason: Record<DeclineReason, string>;
  donation: DonationMessages;
  /**
   * What is wrong in Stripe's card field, by Stripe's code, such as `incomplete_number`. Only for a language that
   * Stripe's fields do not speak: elsewhere Stripe's own words are shown.
   */
  cardError?: Readonly<Record<string, string>>;
}

/** Words of a merchant's own, for as many places as there are to say; the others keep the words of the language. */
export type PartialMessages = Partial<
  Omit<Messages, 'direction' | 'status' | 'declineReason' | 'donation'>
> & {
  /** A whole {@link Messages} has it; without, the words stand among those of the language that `locale` names. */
  direction?: undefined;
  status?: Partial<Record<Told, Partial<StatusMessage>>>;
  declineReason?: Partial<Record<DeclineReason, string>>;
  donation?: Partial<DonationMessages>;
};
