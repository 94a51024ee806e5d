// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { type CardPart, fieldOfPart } from '../card/cardParts.ts';
import type { PartChange } from '../card/partChange.ts';
import type { CardPartSettings, FromFrame } from '../wire/frameMessages.ts';
import { CardPartForm } from './CardPartForm.ts';
import type { CardPartView } from './cardPartView.ts';

/** The forms of all frames of a page. */
let forms: CardPartForm[] = [];

const settings: CardPartSettings = { locale: 'en', fonts: [], group: 'group1', options: {} };

function viewFixture(): CardPartView {
  const card = document.createElement('div');
  const icon = document.createElement('span');
  const input = document.createElement('input');
  card.append(icon, input);
  document.body.append(card);
  return { card, icon, input };
}

function partFixture(part: CardPart, change: Partial<CardPartSettings> = {}) {
  const sent: FromFrame<PartChange>[] = [];
  const view = viewFixture();
  const form = new CardPartForm(
    part,
    view,
    (message) => sent.push(message),
    (group) => forms.filter((form) => form.group === group),
  );
  forms.push(form);
  form.apply({ ...settings, ...change });
  const type = (text: string) => {
    view.input.value = text;
    form.refresh();
  };
  const lastChange = () => sent.findLast((message) => message.type === 'change')?.change;
  return { form, type, lastChange, ...view };
}

const cardFixture = (group?: string) => {
  const change = group === undefined ? {} : { group };
  return {
    number: partFixture('cardNumber', change),
    expiry: partFixture('cardExpiry', change),
    cvc: partFixture('cardCvc', change),
  };
};

beforeEach(() => {
  forms = [];
  document.body.replaceChildren();
});

describe('the fields of one group', () => {
  it('are one card, from whichever of them it is read', () => {
    const { number, expiry, cvc } = cardFixture();
    number.type('4242 4242 4242 4242');
    expiry.type('12 / 50');
    cvc.type('123');
    const card = { number: '4242 4242 4242 4242', expiry: '12 / 50', cvc: '123', postal: '' };
    for (const { form } of [number, expiry, cvc]) expect(form.values).toEqual(card);
  });

  it('know nothing of those of another group', () => {
    const { number } = cardFixture();
    cardFixture('group2').cvc.type('123');
    expect(number.form.values.cvc).toBe('');
    expect(number.form.revealAll()?.code).toBe('incomplete_number');
  });

  it('complain all at once, and the first in a card’s order is told', () => {
    const { number, expiry, cvc } = cardFixture();
    number.type('4242 4242 4242 4242');
    expect(cvc.form.revealAll()).toMatchObject({ code: 'incomplete_expiry' });
    expect(expiry.lastChange()?.error?.code).toBe('incomplete_expiry');
    expect(cvc.lastChange()?.error?.code).toBe('incomplete_cvc');
    expect(number.lastChange()?.error).toBeUndefined();
  });

  it('measure the security code by the number', () => {
    const { number, cvc } = cardFixture();
    cvc.type('1234');
    number.type('4242 4242 4242 4242');
    expect(cvc.input.value).toBe('123');
    expect(cvc.lastChange()).toMatchObject({ elementType: 'cardCvc', complete: true });
  });
});

describe('a single field', () => {
  it.each(['cardNumber', 'cardExpiry', 'cardCvc'] as const)('is all that %s has', (part) => {
    const { form, input } = partFixture(part);
    expect(form.inputs).toEqual({ [fieldOfPart[part]]: input });
    expect(form.neighbour()).toBeUndefined();
  });

  it('tells of a brand with the number alone', () => {
    const { number, expiry } = cardFixture();
    number.type('5555');
    expiry.type('1');
    expect(number.lastChange()).toMatchObject({ elementType: 'cardNumber', brand: 'mastercard' });
    expect(expiry.lastChange()).not.toHaveProperty('brand');
  });

  it('has an icon only where the page asks for one', () => {
    expect(partFixture('cardNumber').icon.hidden).toBe(true);
    expect(partFixture('cardNumber', { options: { showIcon: true } }).icon.hidden).toBe(false);
  });

  it('shows the page’s placeholder, and can be disabled', () => {
    const { input } = partFixture('cardNumber', { options: { placeholder: 'Card no.', disabled: true } });
    expect(input.placeholder).toBe('Card no.');
    expect(input.disabled).toBe(true);
    expect(input.getAttribute('aria-label')).toBe('Credit or debit card number');
  });

  it('forgets its complaint with its text', () => {
    const { form, input, lastChange } = partFixture('cardNumber');
    form.complain();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    form.clear();
    expect(lastChange()).toMatchObject({ empty: true, error: undefined });
    expect(input.getAttribute('aria-invalid')).toBe('false');
  });
});
