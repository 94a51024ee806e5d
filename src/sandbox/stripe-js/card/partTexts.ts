import { type CardPart, fieldOfPart } from './cardParts.ts';
import { cardTexts } from './cardTexts.ts';
import type { ValidationCode } from './fields.ts';

/** The words of an element that holds a single field of a card, in one language. */
export interface PartTexts {
  readonly frameTitle: string;
  readonly label: string;
  readonly placeholder: string;
  readonly errors: Readonly<Record<ValidationCode, string>>;
}

const frameTitles: Readonly<Record<'en' | 'ar', Readonly<Record<CardPart, string>>>> = {
  en: {
    cardNumber: 'Secure card number input frame',
    cardExpiry: 'Secure expiration date input frame',
    cardCvc: 'Secure CVC input frame',
  },
  ar: {
    cardNumber: 'إطار آمن لإدخال رقم البطاقة',
    cardExpiry: 'إطار آمن لإدخال تاريخ انتهاء الصلاحية',
    cardCvc: 'إطار آمن لإدخال رمز CVC',
  },
};

/** Unlike the Card Element, which has no room for it, a field of its own shows what a number looks like. */
const NUMBER_PLACEHOLDER = '1234 1234 1234 1234';

/** Finds the words for an element and a language: Arabic has its own, every other reads English. */
export function partTexts(part: CardPart, locale: string): PartTexts {
  const field = fieldOfPart[part];
  const { labels, placeholders, errors } = cardTexts(locale);
  return {
    frameTitle: frameTitles[locale.split('-')[0] === 'ar' ? 'ar' : 'en'][part],
    label: labels[field],
    placeholder: field === 'number' ? NUMBER_PLACEHOLDER : placeholders[field],
    errors,
  };
}
