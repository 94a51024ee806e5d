import type { Money } from '../protocol/money.ts';
import { formatMoney } from './formatMoney.ts';
import { useLocale } from './locales/LocaleContext.ts';

/** Shows money in the locale, kept together and apart from the direction of the text around it. */
export function Amount({ money, isShort }: { money: Money; isShort?: boolean }) {
  return <bdi data-hajiq-part="amount">{formatMoney(money, useLocale().tag, isShort)}</bdi>;
}
