import type { CardBrand } from '../card/brands.ts';
import { type CardPart, fieldOfPart } from '../card/cardParts.ts';
import { checkFields } from '../card/checkFields.ts';
import { type CardValues, type FieldCheck, type FieldName, fieldNames } from '../card/fields.ts';
import { type CardValidationError, findComplaint } from '../card/findComplaint.ts';
import { type PartChange, toPartChange } from '../card/partChange.ts';
import { partTexts } from '../card/partTexts.ts';
import { applyFonts } from '../frame/applyFonts.ts';
import { changeReporter } from '../frame/changeReporter.ts';
import { formatField } from '../frame/formatField.ts';
import type { FrameForm } from '../frame/FrameForm.ts';
import type { FormRecord } from '../wire/encodeForm.ts';
import type { CardPartSettings, FromFrame } from '../wire/frameMessages.ts';
import { applyStyle } from './applyStyle.ts';
import type { CardPartView } from './cardPartView.ts';
import type { CardSibling } from './cardSiblings.ts';
import { showCard, showField } from './showState.ts';

/** A single field of a card, which knows the others of its group: together they are the card. */
export class CardPartForm implements FrameForm<CardPartSettings>, CardSibling {
  readonly root: HTMLElement;
  readonly inputs: Readonly<Partial<Record<FieldName, HTMLInputElement>>>;
  readonly field: FieldName;
  /** The billing address is the page's to give: there is no field for it. */
  readonly address: FormRecord = {};
  readonly #part: CardPart;
  readonly #view: CardPartView;
  readonly #report: (change: PartChange, isAutofilled: boolean) => void;
  readonly #findSiblings: (group: string) => readonly CardSibling[];
  #isRevealed = false;
  #brand: CardBrand | undefined;
  #error: CardValidationError | undefined;
  #settings: CardPartSettings = { locale: 'en', fonts: [], group: '', options: {} };

  constructor(
    part: CardPart,
    view: CardPartView,
    send: (message: FromFrame<PartChange>) => void,
    findSiblings: (group: string) => readonly CardSibling[],
  ) {
    this.#part = part;
    this.#view = view;
    this.#report = changeReporter(send);
    this.#findSiblings = findSiblings;
    this.root = view.card;
    this.field = fieldOfPart[part];
    this.inputs = { [this.field]: view.input };
  }

  get group(): string {
    return this.#settings.group;
  }

  get text(): string {
    return this.#view.input.value;
  }

  get values(): CardValues {
    const texts = this.#siblings.map(({ field, text }) => [field, text]);
    return {
      number: '',
      expiry: '',
      cvc: '',
      postal: '',
      ...Object.fromEntries(texts),
      [this.field]: this.text,
    };
  }

  get checks(): Record<FieldName, FieldCheck> {
    return checkFields(this.values, new Date());
  }

  /** None: where a full field leads to is for the page to say, as its fields may stand in any order. */
  neighbour(): undefined {
    return undefined;
  }

  apply(settings: CardPartSettings): void {
    const { locale, fonts, options } = settings;
    this.#settings = settings;
    const { card, icon, input } = this.#view;
    const { frameTitle, label, placeholder } = partTexts(this.#part, locale);
    document.documentElement.lang = locale;
    document.title = frameTitle;
    input.placeholder = options.placeholder ?? placeholder;
    input.setAttribute('aria-label', label);
    input.disabled = options.disabled ?? false;
    icon.hidden = options.showIcon !== true;
    card.classList.toggle('Card--solidIcon', options.iconStyle === 'solid');
    applyStyle(options.style ?? {});
    applyFonts(fonts, () => this.refresh());
    card.hidden = false;
    this.refresh();
  }

  focus(): void {
    this.#view.input.focus();
  }

  refresh(): void {
    const { card, input } = this.#view;
    const { values } = this;
    if (this.field === 'cvc') {
      const { number, cvc } = values;
      const written = formatField('cvc', { text: cvc, isDeletion: false, number });
      if (written !== cvc) input.value = written;
    }
    const check = this.checks[this.field];
    this.#error = findComplaint({
      checks: this.checks,
      shown: [this.field],
      revealed: new Set(this.#isRevealed ? [this.field] : []),
      messages: partTexts(this.#part, this.#settings.locale).errors,
    });
    const change = toPartChange({ part: this.#part, values: this.values, check, error: this.#error });
    showField(input, check, this.#isRevealed);
    showCard(card, change, change.brand ?? 'unknown');
    this.#report(change, input.matches(':autofill'));
    // How long a security code has to be hangs on the number beside it.
    if (change.brand === this.#brand) return;
    this.#brand = change.brand;
    for (const sibling of this.#siblings) if (sibling.field === 'cvc') sibling.refresh();
  }

  reveal(_field: FieldName, isRevealed: boolean): void {
    this.#isRevealed = isRevealed;
    this.refresh();
  }

  complain(): CardValidationError | undefined {
    this.reveal(this.field, true);
    return this.#error;
  }

  /** Has every field of the card that is not whole complain, and gives the first complaint in a card's order. */
  revealAll(): CardValidationError | undefined {
    const errors = this.#siblings.map((sibling) => ({ field: sibling.field, error: sibling.complain() }));
    return fieldNames
      .map((name) => errors.find(({ field }) => field === name)?.error)
      .find((error) => error !== undefined);
  }

  clear(): void {
    this.#view.input.value = '';
    this.reveal(this.field, false);
  }

  get #siblings(): readonly CardSibling[] {
    return this.#findSiblings(this.group);
  }
}
