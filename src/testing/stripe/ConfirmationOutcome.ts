/** What becomes of one confirmation. */
export type ConfirmationOutcome =
  /** Stripe has charged the card. */
  | 'succeeds'
  /** The bank has not answered yet. */
  | 'processes'
  /** The bank asks for 3-D Secure: it stays so until `passChallenge` or `failChallenge`. */
  | 'challenges'
  /** The connection breaks before Stripe hears of it: nothing is charged. */
  | 'is lost'
  /** The connection breaks after Stripe has charged the card. */
  | 'succeeds unheard'
  /** The bank says no, with Stripe's `code` (`card_declined`, `expired_card`, …) and `decline_code`. */
  | { declines: string; declineCode?: string; message?: string };
