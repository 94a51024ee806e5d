import { type CardChange, toCardChange } from '../card/cardChange.ts';
import { cardTexts } from '../card/cardTexts.ts';
import { checkFields } from '../card/checkFields.ts';
import { collectsPostalCode } from '../card/collectsPostalCode.ts';
import { type CardValues, type FieldCheck, type FieldName, fieldNames } from '../card/fields.ts';
import { type CardValidationError, findComplaint } from '../card/findComplaint.ts';
import { applyFonts } from '../frame/applyFonts.ts';
import { changeReporter } from '../frame/changeReporter.ts';
import { formatField } from '../frame/formatField.ts';
import type { FrameForm } from '../frame/FrameForm.ts';
import type { FormRecord } from '../wire/encodeForm.ts';
import type { CardFrameSettings, FromFrame } from '../wire/frameMessages.ts';
import { applyStyle } from './applyStyle.ts';
import type { CardView } from './cardView.ts';
import { fitWidths } from './fitWidths.ts';
import { showCard, showField } from './showState.ts';

/** What the customer sees of the card, and what the page may know of it. */
export class CardForm implements FrameForm<CardFrameSettings> {
  readonly root: HTMLElement;
  readonly inputs: CardView['inputs'];
  readonly #view: CardView;
  readonly #report: (change: CardChange, isAutofilled: boolean) => void;
  readonly #revealed = new Set<FieldName>();
  #settings: CardFrameSettings = { locale: 'en', fonts: [], options: {} };
  #error: CardValidationError | undefined;

  constructor(view: CardView, send: (message: FromFrame<CardChange>) => void) {
    this.root = view.card;
    this.inputs = view.inputs;
    this.#view = view;
    this.#report = changeReporter(send);
  }

  get values(): CardValues {
    const { number, expiry, cvc, postal } = this.inputs;
    return { number: number.value, expiry: expiry.value, cvc: cvc.value, postal: postal.value };
  }

  get checks(): Record<FieldName, FieldCheck> {
    return checkFields(this.values, new Date());
  }

  get address(): FormRecord {
    return this.inputs.postal.hidden ? {} : { postal_code: this.inputs.postal.value };
  }

  neighbour(field: FieldName, direction: 'next' | 'previous'): FieldName | undefined {
    const shown = this.#shown;
    return shown[shown.indexOf(field) + (direction === 'next' ? 1 : -1)];
  }

  /** Takes new settings over; a postal code is filled in only when the option itself has changed. */
  apply(settings: CardFrameSettings): void {
    const { options } = settings;
    const postalCode = options.value?.postalCode;
    const hasNewPostalCode =
      postalCode !== undefined && postalCode !== this.#settings.options.value?.postalCode;
    this.#settings = settings;
    const { card, icon, inputs } = this.#view;
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

  focus(): void {
    this.inputs.number.focus();
  }

  refresh(): void {
    const { card, inputs } = this.#view;
    const isNumberComplete = this.checks.number.status === 'complete';
    inputs.postal.hidden =
      this.#settings.options.hidePostalCode === true ||
      !isNumberComplete ||
      !collectsPostalCode(inputs.number.value);
    const { checks, values } = this;
    const shown = this.#shown;
    for (const field of fieldNames) {
      const isRevealed = this.#revealed.has(field);
      showField(inputs[field], checks[field], isRevealed);
      if (field === 'number') showField(this.#view.lastDigits, checks[field], isRevealed);
    }
    const { errors: messages } = cardTexts(this.#settings.locale);
    const error = findComplaint({ checks, shown, revealed: this.#revealed, messages });
    this.#error = error;
    const change = toCardChange({ values, checks, shown, error });
    showCard(card, change, document.activeElement === inputs.cvc ? 'cvc' : change.brand);
    fitWidths(this.#view, isNumberComplete);
    this.#report(
      change,
      shown.some((field) => inputs[field].matches(':autofill')),
    );
  }

  reveal(field: FieldName, isRevealed: boolean): void {
    if (isRevealed) this.#revealed.add(field);
    else this.#revealed.delete(field);
    this.refresh();
  }

  revealAll(): CardValidationError | undefined {
    for (const field of this.#shown) this.#revealed.add(field);
    this.refresh();
    return this.#error;
  }

  clear(): void {
    for (const field of fieldNames) this.inputs[field].value = '';
    this.#revealed.clear();
    this.refresh();
  }

  /** The fields the customer can see; the postal code comes and goes with the card's country. */
  get #shown(): FieldName[] {
    return fieldNames.filter((field) => field !== 'postal' || !this.inputs.postal.hidden);
  }
}
