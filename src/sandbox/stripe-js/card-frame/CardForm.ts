import { type CardChange, isComplainedAbout, isSameChange, toCardChange } from '../card/cardChange.ts';
import { cardTexts } from '../card/cardTexts.ts';
import { checkFields } from '../card/checkFields.ts';
import { collectsPostalCode } from '../card/collectsPostalCode.ts';
import { type CardValues, type FieldCheck, type FieldName, fieldNames } from '../card/fields.ts';
import type { CardFrameSettings, FromCardFrame } from '../wire/cardFrameMessages.ts';
import { applyFonts } from './applyFonts.ts';
import { applyStyle } from './applyStyle.ts';
import type { CardView } from './cardView.ts';
import { fitWidths } from './fitWidths.ts';
import { formatField } from './formatField.ts';

/** What the customer sees of the card, and what the page may know of it. */
export class CardForm {
  readonly view: CardView;
  readonly #send: (message: FromCardFrame) => void;
  readonly #revealed = new Set<FieldName>();
  #settings: CardFrameSettings = { locale: 'en', fonts: [], options: {} };
  #change: CardChange | undefined;
  #isAutofilled = false;

  constructor(view: CardView, send: (message: FromCardFrame) => void) {
    this.view = view;
    this.#send = send;
  }

  /** What stands in the fields now. */
  get values(): CardValues {
    const { number, expiry, cvc, postal } = this.view.inputs;
    return { number: number.value, expiry: expiry.value, cvc: cvc.value, postal: postal.value };
  }

  /** The fields the customer can see; the postal code comes and goes with the card's country. */
  get shown(): FieldName[] {
    return fieldNames.filter((field) => field !== 'postal' || !this.view.inputs.postal.hidden);
  }

  /** The verdict on each field. */
  get checks(): Record<FieldName, FieldCheck> {
    return checkFields(this.values, new Date());
  }

  /** Takes new settings over; a postal code is filled in only when the option itself has changed. */
  apply(settings: CardFrameSettings): void {
    const { options } = settings;
    const postalCode = options.value?.postalCode;
    const hasNewPostalCode =
      postalCode !== undefined && postalCode !== this.#settings.options.value?.postalCode;
    this.#settings = settings;
    const { card, icon, inputs } = this.view;
    const { labels, placeholders, frameTitle } = cardTexts(settings.locale);
    document.documentElement.lang = settings.locale;
    document.title = frameTitle;
    for (const field of fieldNames) {
      inputs[field].placeholder = placeholders[field];
      inputs[field].setAttribute('aria-label', labels[field]);
      inputs[field].disabled = options.disabled ?? false;
    }
    icon.hidden = options.hideIcon ?? false;
    card.classList.toggle('Card--solidIcon', options.iconStyle === 'solid');
    if (hasNewPostalCode) {
      inputs.postal.value = formatField('postal', { text: postalCode, isDeletion: false, number: '' });
    }
    applyStyle(options.style ?? {});
    applyFonts(settings.fonts, () => this.refresh());
    card.hidden = false;
    this.refresh();
  }

  /** Draws the state of the fields and tells the page when what it may know has changed. */
  refresh(): void {
    const { card, inputs } = this.view;
    const isNumberComplete = this.checks.number.status === 'complete';
    inputs.postal.hidden =
      this.#settings.options.hidePostalCode === true ||
      !isNumberComplete ||
      !collectsPostalCode(inputs.number.value);
    const { checks, values, shown } = this;
    for (const field of fieldNames) {
      const isInvalid = isComplainedAbout(checks[field], this.#revealed.has(field));
      for (const node of field === 'number' ? [inputs.number, this.view.lastDigits] : [inputs[field]]) {
        node.classList.toggle('Field--invalid', isInvalid);
        node.classList.toggle('Field--complete', checks[field].status === 'complete');
        node.classList.toggle('Field--empty', checks[field].status === 'empty');
      }
      inputs[field].setAttribute('aria-invalid', String(isInvalid));
    }
    const { errors: messages } = cardTexts(this.#settings.locale);
    const change = toCardChange({ values, checks, shown, revealed: this.#revealed, messages });
    card.classList.toggle('Card--invalid', change.error !== undefined);
    card.classList.toggle('Card--complete', change.complete);
    card.classList.toggle('Card--empty', change.empty);
    const isAtCvc = document.activeElement === inputs.cvc;
    card.dataset.icon = change.error === undefined ? (isAtCvc ? 'cvc' : change.brand) : 'error';
    fitWidths(this.view, isNumberComplete);
    this.#report(
      change,
      shown.some((field) => inputs[field].matches(':autofill')),
    );
  }

  /** Begins, or stops, to complain about a field that is not yet whole. */
  reveal(field: FieldName, isRevealed: boolean): void {
    if (isRevealed) this.#revealed.add(field);
    else this.#revealed.delete(field);
    this.refresh();
  }

  /** Complains about every field that is not whole, and gives what the page is told. */
  revealAll(): CardChange | undefined {
    for (const field of this.shown) this.#revealed.add(field);
    this.refresh();
    return this.#change;
  }

  /** Empties the fields. */
  clear(): void {
    for (const field of fieldNames) this.view.inputs[field].value = '';
    this.#revealed.clear();
    this.refresh();
  }

  /** The first payload is where the page begins, not a change. */
  #report(change: CardChange, isAutofilled: boolean): void {
    const isNew = this.#change !== undefined || !change.empty;
    const isSame = isSameChange(this.#change, change) && isAutofilled === this.#isAutofilled;
    this.#change = change;
    this.#isAutofilled = isAutofilled;
    if (isNew && !isSame) this.#send({ type: 'change', change, isAutofilled });
  }
}
