/** An error of type `card_error`, as Stripe words it. */
export interface Decline {
  code: string;
  /** Left out where Stripe's is not known. */
  declineCode?: string;
  message: string;
  param?: string;
  /** Left out where no network was asked, or its answer is not known. */
  advice?: { code: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data'; networkDeclineCode: string };
}

/** What the bank says to a charge. */
export type ChargeOutcome =
  | { result: 'succeeds' }
  /** With `onlyWithCvc`, a card whose security code is not given succeeds: there is nothing to find wrong. */
  | { result: 'declines'; decline: Decline; onlyWithCvc?: true };

/** What happens to a card at its confirmation. */
export type CardOutcome =
  | ChargeOutcome
  /** Asks for 3-D Secure; `afterwards` is what the bank says after the customer has passed it. */
  | { result: 'challenges'; afterwards: ChargeOutcome }
  /** Does something at Stripe that nothing here can: `why` completes "it …". */
  | { result: 'refused'; why: string };

/** One of Stripe's test cards. */
export interface TestCard {
  /** Digits only. */
  number: string;
  group: 'success' | 'decline' | 'three-d-secure' | 'checks' | 'dispute' | 'refund';
  /** What it is for, in a few words. */
  about: string;
  outcome: CardOutcome;
}
