import { findBrandRule } from '../card/brands.ts';
import { digitsOf } from '../card/cardNumber.ts';
import { checkFields } from '../card/checkFields.ts';
import { type CardValues, type FieldCheck, type FieldName, fieldNames } from '../card/fields.ts';
import { type CardValidationError, findComplaint, isComplainedAbout } from '../card/findComplaint.ts';
import { type PaymentChange, toPaymentChange } from '../card/paymentChange.ts';
import { type PaymentTexts, paymentTexts } from '../card/paymentTexts.ts';
import { applyFonts } from '../frame/applyFonts.ts';
import { changeReporter } from '../frame/changeReporter.ts';
import { formatField } from '../frame/formatField.ts';
import type { FrameForm } from '../frame/FrameForm.ts';
import type { FormRecord } from '../wire/encodeForm.ts';
import type { FromFrame, PaymentFrameSettings } from '../wire/frameMessages.ts';
import { applyAppearance } from './applyAppearance.ts';
import { listCountries, needsPostalCode } from './countries.ts';
import type { PaymentView } from './paymentView.ts';
import { showComplaint } from './showComplaint.ts';

/** Where typing goes on by itself; the country stands between the security code and the postal code. */
const typedInARow: readonly FieldName[] = ['number', 'expiry', 'cvc'];

/** Chooses a country; one that is not on the list is taken for the United States. */
function choose(select: HTMLSelectElement, country: string): void {
  select.value = country;
  if (select.value === '') select.value = 'US';
}

/** What the customer sees of the payment, and what the page may know of it. */
export class PaymentForm implements FrameForm<PaymentFrameSettings> {
  readonly root: HTMLElement;
  readonly inputs: Readonly<Record<FieldName, HTMLInputElement>>;
  readonly #view: PaymentView;
  readonly #report: (change: PaymentChange, isAutofilled: boolean) => void;
  readonly #revealed = new Set<FieldName>();
  #settings: PaymentFrameSettings | undefined;

  constructor(view: PaymentView, send: (message: FromFrame<PaymentChange>) => void) {
    const { number, expiry, cvc, postal } = view.fields;
    this.root = view.root;
    this.inputs = {
      number: number.control,
      expiry: expiry.control,
      cvc: cvc.control,
      postal: postal.control,
    };
    this.#view = view;
    this.#report = changeReporter(send);
    view.country.control.addEventListener('change', () => this.refresh());
  }

  get values(): CardValues {
    const { number, expiry, cvc, postal } = this.inputs;
    return { number: number.value, expiry: expiry.value, cvc: cvc.value, postal: postal.value };
  }

  get checks(): Record<FieldName, FieldCheck> {
    return checkFields(this.values, new Date());
  }

  get address(): FormRecord {
    return {
      ...(this.#settings?.asksCountry === true ? { country: this.#view.country.control.value } : {}),
      ...(this.#shown.includes('postal') ? { postal_code: this.values.postal } : {}),
    };
  }

  neighbour(field: FieldName, direction: 'next' | 'previous'): FieldName | undefined {
    const place = typedInARow.indexOf(field);
    return place < 0 ? undefined : typedInARow[place + (direction === 'next' ? 1 : -1)];
  }

  /** Takes new settings over; country and postal code are filled in only when their own defaults have changed. */
  apply(settings: PaymentFrameSettings): void {
    const before = this.#settings;
    const { locale, country, postalCode, isReadOnly } = settings;
    this.#settings = settings;
    const select = this.#view.country.control;
    if (locale !== before?.locale) this.#translate(locale);
    if (country !== before?.country) choose(select, country);
    if (postalCode !== (before?.postalCode ?? '')) {
      this.inputs.postal.value = formatField('postal', { text: postalCode, isDeletion: false, number: '' });
    }
    for (const field of fieldNames) this.inputs[field].readOnly = isReadOnly;
    select.disabled = isReadOnly;
    this.#view.country.field.hidden = !settings.asksCountry;
    applyAppearance(settings.appearance);
    applyFonts(settings.fonts, () => this.refresh());
    this.root.hidden = false;
    this.refresh();
  }

  focus(): void {
    this.inputs.number.focus();
  }

  refresh(): void {
    const { fields } = this.#view;
    const { checks, values } = this;
    const shown = this.#shown;
    for (const name of fieldNames) {
      const check = checks[name];
      fields[name].field.hidden = !shown.includes(name);
      showComplaint(fields[name], {
        isEmpty: check.status === 'empty',
        message: isComplainedAbout(check, this.#revealed.has(name))
          ? this.#texts.errors[check.code]
          : undefined,
      });
    }
    fields.number.field.dataset.brand = findBrandRule(digitsOf(values.number)).brand;
    this.#report(
      toPaymentChange({ values, checks, shown }),
      shown.some((name) => this.inputs[name].matches(':autofill')),
    );
  }

  reveal(field: FieldName, isRevealed: boolean): void {
    if (isRevealed) this.#revealed.add(field);
    else this.#revealed.delete(field);
    this.refresh();
  }

  revealAll(): CardValidationError | undefined {
    const shown = this.#shown;
    for (const field of shown) this.#revealed.add(field);
    this.refresh();
    return findComplaint({
      checks: this.checks,
      shown,
      revealed: this.#revealed,
      messages: this.#texts.errors,
    });
  }

  clear(): void {
    for (const field of fieldNames) this.inputs[field].value = '';
    this.#revealed.clear();
    this.refresh();
  }

  get #texts(): PaymentTexts {
    return paymentTexts(this.#settings?.locale ?? 'en');
  }

  /** The fields the customer can see; the postal code comes and goes with the country. */
  get #shown(): FieldName[] {
    const asksPostalCode =
      this.#settings?.asksPostalCode === true && needsPostalCode(this.#view.country.control.value);
    return fieldNames.filter((field) => field !== 'postal' || asksPostalCode);
  }

  #translate(locale: string): void {
    const { labels, placeholders, frameTitle } = this.#texts;
    const { fields, country } = this.#view;
    document.documentElement.lang = locale;
    document.title = frameTitle;
    for (const name of fieldNames) {
      fields[name].label.textContent = labels[name];
      fields[name].control.placeholder = placeholders[name];
    }
    country.label.textContent = labels.country;
    const chosen = country.control.value;
    country.control.replaceChildren(
      ...listCountries(locale).map(({ code, name }) => new Option(name, code, false, code === chosen)),
    );
  }
}
