import type { FieldName, ValidationCode } from './fields.ts';

/** The words of a Card Element in one language. */
export interface CardTexts {
  readonly frameTitle: string;
  readonly labels: Readonly<Record<FieldName, string>>;
  readonly placeholders: Readonly<Record<FieldName, string>>;
  readonly errors: Readonly<Record<ValidationCode, string>>;
}

const english: CardTexts = {
  frameTitle: 'Secure card payment input frame',
  labels: {
    number: 'Credit or debit card number',
    expiry: 'Credit or debit card expiration date',
    cvc: 'Credit or debit card CVC/CVV',
    postal: 'ZIP',
  },
  placeholders: { number: 'Card number', expiry: 'MM / YY', cvc: 'CVC', postal: 'ZIP' },
  errors: {
    incomplete_number: 'Your card number is incomplete.',
    invalid_number: 'Your card number is invalid.',
    incomplete_expiry: "Your card's expiration date is incomplete.",
    invalid_expiry_month_past: "Your card's expiration date is in the past.",
    invalid_expiry_year_past: "Your card's expiration year is in the past.",
    invalid_expiry_year: "Your card's expiration year is invalid.",
    incomplete_cvc: "Your card's security code is incomplete.",
    incomplete_zip: 'Your postal code is incomplete.',
  },
};

const arabic: CardTexts = {
  frameTitle: 'إطار آمن لإدخال بيانات بطاقة الدفع',
  labels: {
    number: 'رقم بطاقة الائتمان أو الخصم',
    expiry: 'تاريخ انتهاء صلاحية بطاقة الائتمان أو الخصم',
    cvc: 'رمز CVC/CVV لبطاقة الائتمان أو الخصم',
    postal: 'الرمز البريدي',
  },
  // The left-to-right marks keep the month on the left, where the digits that replace it will stand.
  placeholders: {
    number: 'رقم البطاقة',
    expiry: 'شهر\u200e / \u200eسنة',
    cvc: 'CVC',
    postal: 'الرمز البريدي',
  },
  errors: {
    incomplete_number: 'رقم البطاقة غير مكتمل.',
    invalid_number: 'رقم البطاقة غير صالح.',
    incomplete_expiry: 'تاريخ انتهاء صلاحية البطاقة غير مكتمل.',
    invalid_expiry_month_past: 'تاريخ انتهاء صلاحية البطاقة قد مضى.',
    invalid_expiry_year_past: 'سنة انتهاء صلاحية البطاقة قد مضت.',
    invalid_expiry_year: 'سنة انتهاء صلاحية البطاقة غير صالحة.',
    incomplete_cvc: 'رمز أمان البطاقة غير مكتمل.',
    incomplete_zip: 'الرمز البريدي غير مكتمل.',
  },
};

/** Finds the words for a language: Arabic has its own, every other reads English. */
export function cardTexts(locale: string): CardTexts {
  return locale.split('-')[0] === 'ar' ? arabic : english;
}
