import { digitsOf } from '../card/cardNumber.ts';
import type { CardView } from './cardView.ts';

const GAP = 12;
/** Room for the caret, which an input keeps beside its text. */
const CARET = 3;
const canvas = document.createElement('canvas').getContext('2d');

function measure(input: HTMLInputElement, texts: readonly string[]): number {
  if (canvas === null) return 0;
  const { font, letterSpacing } = getComputedStyle(input);
  canvas.font = font;
  canvas.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
  return Math.ceil(Math.max(...texts.map((text) => canvas.measureText(text).width))) + CARET;
}

/** Scrolls the row to a field, and never the page around the frame, which `scrollIntoView` might. */
function keepInSight(row: HTMLElement, input: HTMLInputElement): void {
  const [visible, wanted] = [row.getBoundingClientRect(), input.getBoundingClientRect()];
  if (wanted.right > visible.right) row.scrollLeft += wanted.right - visible.right;
  if (wanted.left < visible.left) row.scrollLeft -= visible.left - wanted.left;
}

/** Lays the fields out in one line, and in too narrow a line decides which part of the card is in sight. */
export function fitWidths(view: CardView, isNumberDone: boolean): void {
  const { card, fieldsRow, detailsRow, lastDigits, inputs } = view;
  const { number, expiry, cvc, postal } = inputs;
  // Before the first digit the placeholders are all there is to make room for.
  const isEmpty = number.value === '';
  const widthOf = (input: HTMLInputElement, sample: string): number =>
    measure(input, [input.placeholder, input.value, isEmpty ? '' : sample]);
  const numberWidth = widthOf(number, '0000 0000 0000 0000');
  const widths = {
    expiry: widthOf(expiry, '00 / 00'),
    cvc: widthOf(cvc, '0000'),
    postal: widthOf(postal, '00000'),
  };
  lastDigits.textContent = digitsOf(number.value).slice(-4);
  card.style.setProperty('--number-width', `${numberWidth}px`);
  card.style.setProperty('--last-digits-width', `${measure(number, ['0000'])}px`);
  for (const [name, width] of Object.entries(widths)) card.style.setProperty(`--${name}-width`, `${width}px`);

  const details = widths.expiry + widths.cvc + 2 * GAP + (postal.hidden ? 0 : widths.postal + GAP);
  const focused = document.activeElement;
  const isRoomy = numberWidth + details <= fieldsRow.clientWidth;
  const isNumberAside = focused !== number && (isNumberDone || focused !== document.body);
  card.dataset.phase = isRoomy ? 'roomy' : isNumberAside ? 'details' : 'number';
  keepInSight(detailsRow, [cvc, postal].find((input) => input === focused) ?? expiry);
}
