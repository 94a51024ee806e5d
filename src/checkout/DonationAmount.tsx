import { onDemand } from './onDemand.tsx';

export interface DonationAmountProps {
  /**
   * Amounts to choose from, in minor units of whatever currency the donor chooses; those outside of the backend's
   * bounds are left out. The first is chosen to begin with. Defaults to none. Read once.
   */
  presets?: readonly number[];
}

/**
 * Asks a donor how much to give, within the bounds and currencies of the merchant's backend (`donation` of
 * `createHajiqHandler`). It is downloaded when it is used.
 *
 * @throws {ConfigError} `invalid_option` outside of `<HajiqCheckout intent="on-pay">`: the amount is sent by the click.
 *
 * @example
 * <HajiqCheckout {...shop} intent="on-pay">
 *   <DonationAmount presets={[1000, 2500, 5000]} />
 *   <CardFields />
 *   <PayButton />
 *   <PaymentStatus />
 * </HajiqCheckout>
 */
export const DonationAmount = onDemand<DonationAmountProps>(async () => {
  const { DonationPart } = await import('./donation/DonationPart.tsx');
  return DonationPart;
});
