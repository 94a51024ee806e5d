import { cardTexts } from './cardTexts.ts';
import type { FieldName, ValidationCode } from './fields.ts';

/** The words of a Payment Element in one language. */
export interface PaymentTexts {
  readonly frameTitle: string;
  readonly labels: Readonly<Record<FieldName | 'country', string>>;
  readonly placeholders: Readonly<Record<FieldName, string>>;
  readonly errors: Readonly<Record<ValidationCode, string>>;
}

const english: PaymentTexts = {
  frameTitle: 'Secure payment input frame',
  labels: {
    number: 'Card number',
    expiry: 'Expiration date',
    cvc: 'Security code',
    country: 'Country',
    postal: 'ZIP code',
  },
  placeholders: { number: '1234 1234 1234 1234', expiry: 'MM / YY', cvc: 'CVC', postal: '12345' },
  // Not the Card Element's words, nor its apostrophe: Stripe has other ones here.
  errors: {
    incomplete_number: 'Your card number is incomplete.',
    invalid_number: 'Your card number is invalid.',
    incomplete_expiry: 'Your expiration date is incomplete.',
    invalid_expiry_month_past: 'Your card’s expiration date is in the past.',
    invalid_expiry_year_past: 'Your card’s expiration year is in the past.',
    invalid_expiry_year: 'Your card’s expiration year is invalid.',
    incomplete_cvc: 'Your security code is incomplete.',
    incomplete_zip: 'Your postal code is incomplete.',
  },
};

const arabicCard = cardTexts('ar');
const arabic: PaymentTexts = {
  frameTitle: 'إطار آمن لإدخال بيانات الدفع',
  labels: {
    number: 'رقم البطاقة',
    expiry: 'تاريخ انتهاء الصلاحية',
    cvc: 'رمز الأمان',
    country: 'البلد',
    postal: 'الرمز البريدي',
  },
  placeholders: {
    ...english.placeholders,
    expiry: arabicCard.placeholders.expiry,
  },
  errors: arabicCard.errors,
};

/** Finds the words for a language: Arabic has its own, every other reads English. */
export function paymentTexts(locale: string): PaymentTexts {
  return locale.split('-')[0] === 'ar' ? arabic : english;
}
