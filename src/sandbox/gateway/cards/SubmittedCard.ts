/** Who pays, as far as the form asked; null where it did not. */
export interface BillingDetails {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: Readonly<Record<'city' | 'country' | 'line1' | 'line2' | 'postal_code' | 'state', string | null>>;
}

/** A card as it comes with a confirmation. It is never kept: what is kept is a `SandboxPaymentMethod`. */
export interface SubmittedCard {
  /** Digits only. */
  number: string;
  /** 1 to 12. */
  expMonth: number;
  /** Of four digits. */
  expYear: number;
  cvc?: string;
  billingDetails: BillingDetails;
}
