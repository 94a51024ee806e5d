import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMoney } from './formatMoney.ts';
import { LocalizedRoot, type LanguageProps } from './LocalizedRoot.tsx';
import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';

afterEach(() => {
  cleanup();
  document.documentElement.lang = '';
});

/** Shows one word, the locale of Stripe’s fields and a price. */
const Spoken = (props: LanguageProps) => (
  <LocalizedRoot {...props} skeleton="skeleton">
    {({ messages, stripe, tag }) =>
      `${messages.total}, ${stripe}, ${formatMoney({ amount: 123456, currency: 'EUR' }, tag)}`
    }
  </LocalizedRoot>
);

const root = () => document.querySelector<HTMLElement>('[data-hajiq-part="root"]');
const shows = (word: string | RegExp) => waitFor(() => expect(root()?.textContent).toMatch(word));

describe('the language', () => {
  it.each([
    ['en', 'en', 'ltr', 'Total, en, €1,234.56'],
    ['en_GB', 'en-GB', 'ltr', 'Total, en-GB, €1,234.56'],
    ['ar-AE', 'ar-AE', 'rtl', /^الإجمالي, ar, .*1,234\.56/],
    ['ar_EG', 'ar-EG', 'rtl', /^الإجمالي, ar, .*١٬٢٣٤٫٥٦/],
    ['ur-PK', 'ur-PK', 'rtl', /^کل رقم, en, .*1,234\.56/],
    ['de-CH', 'de-CH', 'ltr', /^Gesamt, de, .*1.234\.56/],
    ['es_MX', 'es-MX', 'ltr', /^Total, es-419, /],
    ['fr-CA', 'fr-CA', 'ltr', /^Total, fr-CA, 1\s234,56/],
    ['tr', 'tr', 'ltr', /^Toplam, tr, .*1\.234,56/],
    ['in', 'id', 'ltr', /^Total, id, .*1\.234,56/],
    ['ID-id', 'id-ID', 'ltr', /^Total, id, .*1\.234,56/],
    ['zh-CN', 'en', 'ltr', 'Total, en, €1,234.56'],
    ['he', 'en', 'ltr', 'Total, en, €1,234.56'],
    ['', 'en', 'ltr', 'Total, en, €1,234.56'],
    ['not a tag', 'en', 'ltr', 'Total, en, €1,234.56'],
    ['constructor', 'en', 'ltr', 'Total, en, €1,234.56'],
  ])('of %j is %s, %s', async (locale, lang, dir, shown) => {
    render(<Spoken locale={locale} />);
    expect(root()).toMatchObject({ lang, dir });
    await shows(shown);
    expect(root()).toMatchObject({ lang, dir, ariaBusy: 'false' });
  });

  it('is the page’s where none is asked for', async () => {
    document.documentElement.lang = 'ar-AE';
    render(<Spoken />);
    await shows('الإجمالي');
  });

  it('stays the page’s first when a translator changes the page', async () => {
    document.documentElement.lang = 'en';
    const { rerender } = render(<Spoken />);
    document.documentElement.lang = 'ar';
    rerender(<Spoken />);
    expect(root()?.lang).toBe('en');
  });
});

describe('a merchant’s own words', () => {
  it('stand in the place of the language’s, which keeps the others', async () => {
    render(
      <LocalizedRoot
        locale="de"
        messages={{ pay: 'Geben', status: { succeeded: { title: 'Danke' } }, total: undefined }}
        skeleton=""
      >
        {({ messages: { pay, total, status } }) =>
          [pay, total, status.succeeded.title, status.succeeded.text, status.failed.title].join(' | ')
        }
      </LocalizedRoot>,
    );
    await shows(`Geben | ${de.total} | Danke | ${de.status.succeeded.text} | ${de.status.failed.title}`);
  });

  it('may change', () => {
    const { rerender } = render(<Spoken locale="en" messages={{ total: 'Sum' }} />);
    expect(root()?.textContent).toMatch(/^Sum,/);
    rerender(<Spoken locale="en" messages={{ total: 'To give' }} />);
    expect(root()?.textContent).toMatch(/^To give,/);
    rerender(<Spoken locale="en" />);
    expect(root()?.textContent).toMatch(/^Total,/);
  });

  it('may be another language as a whole, which is shown at once', () => {
    render(<Spoken locale="ar-AE" messages={ar} />);
    expect(root()).toMatchObject({ lang: 'ar-AE', dir: 'rtl' });
    expect(root()?.textContent).toMatch(/^الإجمالي, ar, /);
  });

  it('may be a language that is not spoken here', () => {
    render(<Spoken locale="he-IL" messages={{ ...ar, total: 'סך הכול' }} />);
    expect(root()).toMatchObject({ lang: 'he-IL', dir: 'rtl' });
    expect(root()?.textContent).toMatch(/^סך הכול, he, /);
  });
});
