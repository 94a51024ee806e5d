import { act, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { ar } from './locales/ar.ts';
import { pageFixture, pageHooks } from './page.fixture.ts';
import { PaymentConfirmation } from './PaymentConfirmation.tsx';

pageHooks();

const browser = { window, document, navigator };

/** Renders where there is neither a page nor a network. */
function renderOnServer(page: ReactNode): string {
  const fetched = vi.fn();
  for (const name of Object.keys(browser)) vi.stubGlobal(name, undefined);
  vi.stubGlobal('fetch', fetched);
  const html = renderToString(page);
  vi.unstubAllGlobals();
  expect(fetched).not.toHaveBeenCalled();
  return html;
}

/** What a customer reads, without the name of a brand. */
const textOf = (html: string) => html.replaceAll(/<[^>]*>|Stripe/g, '');

let leave = () => {};
afterEach(() => {
  leave();
  document.documentElement.lang = '';
  document.body.replaceChildren();
});

/** Shows the server's page in a browser, and brings it to life. */
async function hydrate(html: string, page: ReactNode) {
  const container = document.createElement('main');
  container.innerHTML = html;
  document.body.append(container);
  const onRecoverableError = vi.fn();
  await act(async () => {
    const root = hydrateRoot(container, page, { onRecoverableError });
    leave = () => act(() => root.unmount());
  });
  return { container, onRecoverableError };
}

const root = (container: Element) => container.querySelector<HTMLElement>('[data-hajiq-part="root"]');

describe('a checkout that was rendered on a server', () => {
  it.each([
    ['with its locale', { locale: 'ar' }],
    ['in the language of the page', { locale: undefined }],
    ['with its words', { locale: 'ar', messages: ar }],
    ['in the language of the page, with its words', { locale: undefined, messages: ar }],
    ['with words of its own', { locale: 'ar', messages: { pay: 'ادفع الآن', payAmount: 'ادفع {amount}' } }],
  ])('comes to life in Arabic %s', async (_name, language) => {
    const { props, requests } = pageFixture();
    const page = (
      <StrictMode>
        <HajiqCheckout {...props} {...language} />
      </StrictMode>
    );
    const html = renderOnServer(page);
    expect(textOf(html)).not.toMatch(/[a-z]/i);
    expect(requests).toEqual([]);

    document.documentElement.lang = 'ar';
    const { container, onRecoverableError } = await hydrate(html, page);
    await waitFor(() => expect(container.textContent).toContain('ادفع'));
    expect(root(container)).toMatchObject({ lang: 'ar', dir: 'rtl', ariaBusy: 'false' });
    expect(container.textContent).not.toContain('Pay');
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(console.error).not.toHaveBeenCalled();
  });

  it('is a shape without a word until the page’s language is known', () => {
    const { props } = pageFixture();
    const html = renderOnServer(<HajiqCheckout {...props} locale={undefined} />);
    expect(textOf(html)).toBe('');
    expect(html).toContain('aria-busy="true"');
    expect(html).not.toMatch(/ (dir|lang)=/);
  });

  it('knows the direction of a language whose words are not there yet', () => {
    const { props } = pageFixture();
    const html = renderOnServer(<HajiqCheckout {...props} locale="ur-PK" />);
    expect(textOf(html)).toBe('');
    expect(html).toContain('lang="ur-PK" dir="rtl" aria-busy="true"');
  });

  it('speaks on the server already when its words are there', () => {
    const { props } = pageFixture();
    expect(textOf(renderOnServer(<HajiqCheckout {...props} locale="en" />))).toContain('Total');
    expect(textOf(renderOnServer(<HajiqCheckout {...props} locale="ar" messages={ar} />))).toContain(
      ar.total,
    );
  });

  it('begins as the server did even if the browser has the words already', async () => {
    const { props } = pageFixture();
    await import('./locales/languages.ts').then(({ loadMessages }) => loadMessages('ar'));
    const page = <HajiqCheckout {...props} locale="ar" />;
    const { onRecoverableError } = await hydrate(renderOnServer(page), page);
    expect(onRecoverableError).not.toHaveBeenCalled();
  });
});

describe('a confirmation that was rendered on a server', () => {
  it.each([['ar'], [undefined]])('comes to life in Arabic, by the locale %s', async (locale) => {
    const page = (
      <StrictMode>
        <PaymentConfirmation
          backendUrl="http://localhost:4310/api/hajiq"
          paymentId="pay_1"
          statusToken="token"
          fetch={() => new Promise(() => {})}
          locale={locale}
        />
      </StrictMode>
    );
    const html = renderOnServer(page);
    expect(textOf(html)).toBe('');
    document.documentElement.lang = 'ar';
    const { container, onRecoverableError } = await hydrate(html, page);
    await waitFor(() => expect(container.textContent).toContain('جارٍ'));
    expect(root(container)).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(console.error).not.toHaveBeenCalled();
  });
});
