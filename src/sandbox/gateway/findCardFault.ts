interface CardData {
  /** Digits only. */
  number: string;
  /** 1 to 12. */
  expMonth: number;
  /** Of four digits, or two. */
  expYear: number;
  cvc?: string;
}

interface CardFault {
  code: string;
  message: string;
  param: string;
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number).reduceRight((total, digit, index) => {
    const isDoubled = (digits.length - index) % 2 === 0;
    const value = isDoubled ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Finds what Stripe's API refuses in a card before any bank is asked; undefined when there is nothing. */
export function findCardFault(
  { number, expMonth, expYear, cvc }: CardData,
  now: Date,
): CardFault | undefined {
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    return { code: 'incorrect_number', message: 'Your card number is incorrect.', param: 'number' };
  }
  if (!Number.isInteger(expMonth) || expMonth < 1 || expMonth > 12) {
    return {
      code: 'invalid_expiry_month',
      message: "Your card's expiration month is invalid.",
      param: 'exp_month',
    };
  }
  const year = expYear < 100 ? 2000 + expYear : expYear;
  const monthsAhead = (year - now.getFullYear()) * 12 + (expMonth - 1 - now.getMonth());
  if (!Number.isInteger(year) || monthsAhead < 0 || year > now.getFullYear() + 50) {
    return {
      code: 'invalid_expiry_year',
      message: "Your card's expiration year is invalid.",
      param: 'exp_year',
    };
  }
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc)) {
    return { code: 'invalid_cvc', message: "Your card's security code is invalid.", param: 'cvc' };
  }
  return undefined;
}
