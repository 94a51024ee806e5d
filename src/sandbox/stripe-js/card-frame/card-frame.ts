import { servePage } from '../frame/servePage.ts';
import { greetParent } from '../wire/greetParent.ts';
import { CardForm } from './CardForm.ts';
import { findCardView } from './cardView.ts';
import { listenToGaps } from './listenToGaps.ts';

greetParent((port) =>
  servePage(port, (send) => {
    const form = new CardForm(findCardView(), send);
    listenToGaps(form);
    return form;
  }),
);
