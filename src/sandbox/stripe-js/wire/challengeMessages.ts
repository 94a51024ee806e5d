/** What the challenge's pages need to tell the API how the customer decided. */
export interface Challenge {
  readonly clientSecret: string;
  readonly publishableKey: string;
}

/** Page → challenge, and challenge → the bank's page inside it. */
export interface ToChallenge {
  type: 'start';
  challenge: Challenge;
}

/** Challenge → page: `finished` once the API knows the outcome, or cannot be told. */
export type FromChallenge = { type: 'finished' };

/** The bank's page → challenge. */
export type FromAcs = FromChallenge | { type: 'abandon' };
