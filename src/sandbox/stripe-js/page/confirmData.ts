import { type FormRecord, parseFormRecord } from '../wire/encodeForm.ts';
import { IntegrationError, notInSandbox } from '../wire/IntegrationError.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { CardElement } from './elements/CardElement.ts';
import { CardPartElement } from './elements/CardPartElement.ts';

/** The parts of `confirmCardPayment`'s data, sorted. */
export interface ConfirmData {
  readonly card: CardElement | CardPartElement;
  readonly billingDetails: FormRecord;
  /** Parameters that are sent to the API as they are. */
  readonly parameters: FormRecord;
}

const NAME = 'confirmCardPayment(…, data)';
const useElement = 'Pass { payment_method: { card: elements.getElement("card") } }.';

/**
 * Takes the data of a confirmation.
 *
 * @throws {IntegrationError} Without a Card Element of this stand-in, or with a parameter it would have to ignore.
 */
export function parseConfirmData(data: unknown): ConfirmData {
  if (data === undefined) {
    throw notInSandbox('Confirming with a payment method that is attached already', useElement);
  }
  const known = ['payment_method', 'receipt_email', 'return_url', 'shipping'];
  const { payment_method: method, ...parameters } = assertKnownKeys(data, known, NAME);
  if (typeof method === 'string')
    throw notInSandbox('Confirming with the id of a payment method', useElement);
  const { card, billing_details: billingDetails } = assertKnownKeys(
    method,
    ['card', 'billing_details'],
    `${NAME}.payment_method`,
  );
  if (typeof card === 'object' && card !== null && 'token' in card) {
    throw notInSandbox('Confirming with a card token', useElement);
  }
  if (!(card instanceof CardElement) && !(card instanceof CardPartElement && card.part === 'cardNumber')) {
    throw new IntegrationError(
      `Invalid value for payment_method.card: it must be a mounted Card Element, or a Card Number Element. ${useElement}`,
    );
  }
  return {
    card,
    billingDetails: parseFormRecord(billingDetails ?? {}, 'payment_method.billing_details'),
    parameters: parseFormRecord(parameters, NAME),
  };
}
