import type { Stripe } from '@stripe/stripe-js';
import { notInSandbox } from '../wire/IntegrationError.ts';

/** The methods of Stripe.js that work here. */
export type BuiltMethod =
  | 'elements'
  | 'confirmPayment'
  | 'confirmCardPayment'
  | 'handleNextAction'
  | 'retrievePaymentIntent'
  | 'registerAppInfo';

const cardOnly =
  'The sandbox pays by card: use stripe.confirmPayment or stripe.confirmCardPayment, or try this against Stripe’s own test mode.';
const noServer =
  'HajiQ Pay confirms in the browser: use stripe.confirmPayment, or stripe.confirmCardPayment with a CardElement.';
const noSetup = 'HajiQ Pay takes payments and stores no cards; there is no SetupIntent to work on.';
const elsewhere = 'HajiQ Pay has no use for it. Try it against Stripe’s own test mode.';
const nextAction = 'The sandbox’s payments confirm automatically: use stripe.handleNextAction.';

/** What to do instead, for every method that is not built; a new major of Stripe.js makes this fail to compile. */
const remedies = {
  confirmAcssDebitPayment: cardOnly,
  confirmUsBankAccountPayment: cardOnly,
  confirmAlipayPayment: cardOnly,
  confirmAuBecsDebitPayment: cardOnly,
  confirmBancontactPayment: cardOnly,
  confirmBilliePayment: cardOnly,
  confirmBlikPayment: cardOnly,
  confirmBoletoPayment: cardOnly,
  confirmCashappPayment: cardOnly,
  confirmCustomerBalancePayment: cardOnly,
  confirmEpsPayment: cardOnly,
  confirmFpxPayment: cardOnly,
  confirmGiropayPayment: cardOnly,
  confirmGrabPayPayment: cardOnly,
  confirmIdealPayment: cardOnly,
  confirmKlarnaPayment: cardOnly,
  confirmKonbiniPayment: cardOnly,
  confirmMobilepayPayment: cardOnly,
  confirmMultibancoPayment: cardOnly,
  confirmOxxoPayment: cardOnly,
  confirmP24Payment: cardOnly,
  confirmPayByBankPayment: cardOnly,
  confirmPayNowPayment: cardOnly,
  confirmPayPalPayment: cardOnly,
  confirmPixPayment: cardOnly,
  confirmPromptPayPayment: cardOnly,
  confirmSepaDebitPayment: cardOnly,
  confirmSofortPayment: cardOnly,
  confirmTwintPayment: cardOnly,
  confirmWechatPayPayment: cardOnly,
  confirmAffirmPayment: cardOnly,
  confirmAfterpayClearpayPayment: cardOnly,
  handleCardAction: nextAction,
  verifyMicrodepositsForPayment: cardOnly,
  createRadarSession: elsewhere,
  collectBankAccountForPayment: cardOnly,
  createPaymentMethod: noServer,
  createConfirmationToken: noServer,
  confirmSetup: noSetup,
  confirmAcssDebitSetup: noSetup,
  confirmUsBankAccountSetup: noSetup,
  confirmAuBecsDebitSetup: noSetup,
  confirmBacsDebitSetup: noSetup,
  confirmBancontactSetup: noSetup,
  confirmBlikSetup: noSetup,
  confirmCardSetup: noSetup,
  confirmCashappSetup: noSetup,
  confirmIdealSetup: noSetup,
  confirmAmazonPaySetup: noSetup,
  confirmPayPalSetup: noSetup,
  confirmSepaDebitSetup: noSetup,
  confirmSofortSetup: noSetup,
  verifyMicrodepositsForSetup: noSetup,
  collectBankAccountForSetup: noSetup,
  retrieveSetupIntent: noSetup,
  processOrder: elsewhere,
  retrieveOrder: elsewhere,
  paymentRequest: cardOnly,
  createToken: noServer,
  verifyIdentity: elsewhere,
  collectFinancialConnectionsAccounts: elsewhere,
  collectBankAccountToken: elsewhere,
  createEphemeralKeyNonce: elsewhere,
  initCheckoutElementsSdk: elsewhere,
  initCheckoutFormSdk: elsewhere,
  createEmbeddedCheckoutPage: elsewhere,
  initializePricing: elsewhere,
} satisfies Record<Exclude<keyof Stripe, BuiltMethod>, string>;

/** Every method of Stripe.js that is not built here; each throws and says what to do instead. */
export const refusedMethods: Record<string, () => never> = Object.fromEntries(
  Object.entries(remedies).map(([method, remedy]) => [
    method,
    () => {
      throw notInSandbox(`stripe.${method}()`, remedy);
    },
  ]),
);
