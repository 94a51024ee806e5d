// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentChange } from '../card/paymentChange.ts';
import type { FromFrame, PaymentFrameSettings } from '../wire/frameMessages.ts';
import html from './elements-inner-payment.html?raw';
import { PaymentForm } from './PaymentForm.ts';
import { findPaymentView } from './paymentView.ts';

const settings: PaymentFrameSettings = {
  locale: 'en',
  fonts: [],
  appearance: {},
  asksCountry: true,
  asksPostalCode: true,
  country: 'SA',
  postalCode: '',
  isReadOnly: false,
};
const good = { number: '4242 4242 4242 4242', expiry: '12 / 50', cvc: '123' };

function formFixture(change: Partial<PaymentFrameSettings> = {}) {
  const sent: FromFrame<PaymentChange>[] = [];
  const view = findPaymentView();
  const form = new PaymentForm(view, (message) => sent.push(message));
  form.apply({ ...settings, ...change });
  const type = (values: Partial<Record<keyof typeof form.inputs, string>>) => {
    for (const [name, value] of Object.entries(values)) view.fields[name as 'number'].control.value = value;
    form.refresh();
  };
  const choose = (country: string) => {
    view.country.control.value = country;
    view.country.control.dispatchEvent(new Event('change'));
  };
  return { form, sent, type, choose, ...view };
}

beforeEach(() => {
  document.body.innerHTML = html;
});

describe('the fields', () => {
  it('each have a label of their own', () => {
    formFixture();
    const named = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    const labels = ['number', 'expiry', 'cvc', 'country', 'postalCode'].map(
      (name) => named(name)?.labels?.[0]?.textContent,
    );
    expect(labels).toEqual(['Card number', 'Expiration date', 'Security code', 'Country', 'ZIP code']);
  });

  it('speak Arabic, and keep what stands in them', () => {
    const { form, type, fields, country } = formFixture();
    type(good);
    form.apply({ ...settings, locale: 'ar' });
    expect(fields.number.label.textContent).toBe('رقم البطاقة');
    expect(country.control.selectedOptions[0]?.text).toBe('المملكة العربية السعودية');
    expect(form.values).toMatchObject(good);
    expect(document.documentElement.lang).toBe('ar');
  });

  it('cannot be changed while they are only to be read', () => {
    const { fields, country } = formFixture({ isReadOnly: true });
    expect(fields.number.control.readOnly).toBe(true);
    expect(country.control.disabled).toBe(true);
  });

  it('are emptied, and forget what was wrong with them', () => {
    const { form, type, fields } = formFixture();
    type({ number: '4242' });
    form.revealAll();
    form.clear();
    expect(form.values.number).toBe('');
    expect(fields.number.complaint.hidden).toBe(true);
  });
});

describe('the address', () => {
  it('has a postal code in the United States alone', () => {
    const { form, type, choose, fields } = formFixture();
    expect(fields.postal.field.hidden).toBe(true);
    expect(form.address).toEqual({ country: 'SA' });
    choose('US');
    type({ postal: '10001' });
    expect(fields.postal.field.hidden).toBe(false);
    expect(form.address).toEqual({ country: 'US', postal_code: '10001' });
  });

  it('begins with what the page knows, once', () => {
    const known = { country: 'US', postalCode: '10001' };
    const { form, type } = formFixture(known);
    expect(form.address).toEqual({ country: 'US', postal_code: '10001' });
    type({ postal: '94107' });
    form.apply({ ...settings, ...known });
    expect(form.address).toMatchObject({ postal_code: '94107' });
  });

  it('is in the United States where the country is not on the list', () =>
    expect(formFixture({ country: 'XX' }).form.address).toMatchObject({ country: 'US' }));

  it('is not asked for when the page has it', () => {
    const { form, country } = formFixture({ asksCountry: false, asksPostalCode: false, country: 'US' });
    expect(country.field.hidden).toBe(true);
    expect(form.address).toEqual({});
  });
});

describe('a complaint', () => {
  it('stands under its field, and is what the field is described by', () => {
    const { form, type, fields } = formFixture();
    type({ ...good, cvc: '12' });
    const error = form.revealAll();
    expect(error).toEqual({
      type: 'validation_error',
      code: 'incomplete_cvc',
      message: 'Your security code is incomplete.',
    });
    const { control, complaint } = fields.cvc;
    expect(complaint.textContent).toBe('Your security code is incomplete.');
    expect(complaint.hidden).toBe(false);
    expect(control.getAttribute('aria-describedby')).toBe('Field-cvcError');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    expect(control.classList).toContain('Input--invalid');
    expect(fields.number.complaint.hidden).toBe(true);
  });

  it('is about every field at once when the customer asks to pay', () => {
    const { form, choose, fields } = formFixture();
    choose('US');
    expect(form.revealAll()?.code).toBe('incomplete_number');
    const shown = Object.values(fields).filter(({ complaint }) => !complaint.hidden);
    expect(shown).toHaveLength(4);
  });

  it('is not about a postal code that is not asked for', () => {
    const { form, type } = formFixture();
    type(good);
    expect(form.revealAll()).toBeUndefined();
  });
});

describe('the page', () => {
  it('hears of a change once, and never of the card', () => {
    const { form, sent, type } = formFixture();
    expect(sent).toEqual([]);
    type(good);
    form.refresh();
    expect(sent).toEqual([
      {
        type: 'change',
        change: {
          elementType: 'payment',
          empty: false,
          complete: true,
          collapsed: false,
          value: { type: 'card' },
        },
        isAutofilled: false,
      },
    ]);
  });
});
