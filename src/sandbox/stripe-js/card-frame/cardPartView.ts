import { type CardPart, fieldOfPart } from '../card/cardParts.ts';
import { findCardView } from './cardView.ts';

/** The elements of the frame's document when it shows a single field. */
export interface CardPartView {
  readonly card: HTMLElement;
  readonly icon: HTMLElement;
  readonly input: HTMLInputElement;
}

/** Leaves a single field of the card, and the icon, in the frame's document. */
export function takeCardPart(part: CardPart): CardPartView {
  const { card, icon, inputs } = findCardView();
  const input = inputs[fieldOfPart[part]];
  card.classList.add('Card--part');
  card.replaceChildren(icon, input);
  return { card, icon, input };
}
