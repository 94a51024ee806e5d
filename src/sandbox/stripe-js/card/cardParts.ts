import type { FieldName } from './fields.ts';

/** The elements that hold a single field of a card, and the field that each of them holds. */
export const fieldOfPart = {
  cardNumber: 'number',
  cardExpiry: 'expiry',
  cardCvc: 'cvc',
} as const satisfies Record<string, FieldName>;

/** An element that holds a single field of a card. */
export type CardPart = keyof typeof fieldOfPart;

/** Tells whether something is the name of such an element. */
export function isCardPart(name: unknown): name is CardPart {
  return typeof name === 'string' && Object.hasOwn(fieldOfPart, name);
}
