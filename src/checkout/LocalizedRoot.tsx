import type { ReactNode, Ref } from 'react';
import { LocaleContext, type CheckoutLocale } from './locales/LocaleContext.ts';
import type { Messages, PartialMessages } from './locales/messages.ts';
import { useCheckoutLocale } from './locales/useCheckoutLocale.ts';

/** What a page can say of the language. */
export interface LanguageProps {
  /** A BCP 47 tag such as `ar-AE`. Defaults to the page's language. May change. */
  locale?: string;
  /**
   * Words of your own in the place of the language's, as many as you like. A whole language, such as the `ar` of
   * `hajiq-checkout/locales/ar`, is shown at once, and nothing is loaded for it. May change.
   *
   * @example
   * messages={{ pay: 'Give', status: { succeeded: { title: 'JazakAllah khair' } } }}
   */
  messages?: Messages | PartialMessages;
}

interface LocalizedRootProps extends LanguageProps {
  mode?: 'test' | 'live';
  /** Stands there without a word while the language is on its way. */
  skeleton: ReactNode;
  rootRef?: Ref<HTMLDivElement>;
  children: (locale: CheckoutLocale) => ReactNode;
}

/** The element around all that the customer sees. It bears the language, which everything in it speaks. */
export function LocalizedRoot({
  locale: tag,
  messages,
  mode,
  skeleton,
  rootRef,
  children,
}: LocalizedRootProps) {
  const { lang, dir, locale } = useCheckoutLocale(tag, messages);
  return (
    <div
      ref={rootRef}
      data-hajiq-part="root"
      data-mode={mode}
      lang={lang}
      dir={dir}
      aria-busy={locale === undefined}
    >
      {locale === undefined ? (
        skeleton
      ) : (
        <LocaleContext.Provider value={locale}>{children(locale)}</LocaleContext.Provider>
      )}
    </div>
  );
}
