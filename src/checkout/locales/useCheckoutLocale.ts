import { useMemo, useState } from 'react';
import { toCanonicalTag, toLanguageCode } from './canonicalTag.ts';
import { en } from './en.ts';
import { directionOf, isSpoken, type Language } from './languages.ts';
import type { CheckoutLocale } from './LocaleContext.ts';
import type { Messages, PartialMessages } from './messages.ts';
import { replaceWords } from './replaceWords.ts';
import { toStripeLocale } from './stripeLocale.ts';
import { useMessages } from './useMessages.ts';
import { usePageTag } from './usePageTag.ts';

/** What the checkout's element says of its language, and the words, once they are here. */
interface ChosenLocale {
  lang?: string;
  dir?: 'ltr' | 'rtl';
  locale?: CheckoutLocale;
}

function toLanguage(tag: string | undefined): Language | undefined {
  if (tag === undefined) return undefined;
  const code = toLanguageCode(tag);
  return isSpoken(code) ? code : 'en';
}

const toCheckoutLocale = (tag = 'en', messages: Messages): CheckoutLocale => ({
  tag,
  messages,
  stripe: toStripeLocale(tag),
});

/**
 * Chooses the language: by the tag, or the page's, and the merchant's own words. A whole set of words is a language of
 * its own, and nothing is loaded for it.
 */
export function useCheckoutLocale(
  asked: string | undefined,
  replacing: Messages | PartialMessages | undefined,
): ChosenLocale {
  const pageTag = usePageTag();
  const anyTag = asked ?? pageTag;
  const tag = anyTag === undefined ? undefined : toCanonicalTag(anyTag);
  const isWhole = replacing?.direction !== undefined;
  const language = isWhole ? 'en' : toLanguage(tag);
  const messages = useMessages(language);
  // What is told in English for want of other words has English numbers too.
  const isForWant = messages === en && !isWhole && tag !== undefined && toLanguageCode(tag) !== 'en';
  const spokenTag = isForWant ? 'en' : tag;

  const chosen = useMemo(
    () => messages && toCheckoutLocale(spokenTag, replaceWords(messages, replacing)),
    [messages, spokenTag, replacing],
  );
  // A language on its way does not take away the one that is shown: somebody may be typing a card.
  const [shown, show] = useState(chosen);
  if (chosen !== undefined && chosen !== shown) show(chosen);
  const locale = chosen ?? shown;
  return {
    lang: tag === undefined || locale === undefined ? tag : locale.tag,
    dir: locale?.messages.direction ?? directionOf(language),
    locale,
  };
}
