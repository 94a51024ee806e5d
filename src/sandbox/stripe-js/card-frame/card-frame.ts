import { isCardPart } from '../card/cardParts.ts';
import { servePage } from '../frame/servePage.ts';
import { greetParent } from '../wire/greetParent.ts';
import { CardForm } from './CardForm.ts';
import { CardPartForm } from './CardPartForm.ts';
import { takeCardPart } from './cardPartView.ts';
import { announce, findSiblings } from './cardSiblings.ts';
import { findCardView } from './cardView.ts';
import { listenToGaps } from './listenToGaps.ts';

/** Which element this is the frame of; the document is the same for a whole card and for a single field of one. */
const component = new URLSearchParams(location.hash.slice(1)).get('componentName');

greetParent((port) => {
  if (!isCardPart(component)) {
    servePage(port, (send) => {
      const form = new CardForm(findCardView(), send);
      listenToGaps(form);
      return form;
    });
    return;
  }
  servePage(port, (send) => {
    const form = new CardPartForm(component, takeCardPart(component), send, findSiblings);
    listenToGaps(form);
    announce(form);
    return form;
  });
});
