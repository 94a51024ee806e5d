import { act, cleanup, render, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Messages } from './messages.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.doUnmock('./ar.ts');
  vi.doUnmock('./tr.ts');
});

/** A page that has loaded no language yet, and the file of a language as the network brings it. */
async function pageFixture(language: 'ar' | 'tr', bring: () => Promise<{ total: string }>) {
  vi.resetModules();
  vi.doMock(`./${language}.ts`, async () => ({ [language]: await bring() }));
  const { LocalizedRoot } = await import('../LocalizedRoot.tsx');
  const Total = ({ locale = language, messages }: { locale?: string; messages?: Messages }) => (
    <LocalizedRoot locale={locale} messages={messages} skeleton="…">
      {({ messages }) => messages.total}
    </LocalizedRoot>
  );
  return Total;
}

const roots = () => [...document.querySelectorAll<HTMLElement>('[data-hajiq-part="root"]')];
const shown = () => roots().map((root) => `${root.lang} ${root.dir} ${root.textContent}`);
const awaitShown = (...expected: string[]) => waitFor(() => expect(shown()).toEqual(expected));

/** Lists all that the page has shown. */
function watchPage(): string[] {
  const texts: string[] = [];
  new MutationObserver(() => texts.push(document.body.textContent)).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return texts;
}

describe('a language', () => {
  it('is loaded once for all who ask, and no English is shown before', async () => {
    const bring = vi.fn(async () => ({ total: 'الإجمالي' }));
    const Total = await pageFixture('ar', bring);
    const texts = watchPage();
    render(
      <StrictMode>
        <Total />
        <Total locale="ar-AE" />
      </StrictMode>,
    );
    expect(shown()).toEqual(['ar rtl …', 'ar-AE rtl …']);
    expect(roots()[0]?.ariaBusy).toBe('true');
    await awaitShown('ar rtl الإجمالي', 'ar-AE rtl الإجمالي');
    expect(roots()[0]?.ariaBusy).toBe('false');
    expect(bring).toHaveBeenCalledOnce();
    expect(texts.join('')).not.toMatch(/[a-z]/i);
  });

  it('is there at once for whoever comes later', async () => {
    const Total = await pageFixture('tr', async () => ({ total: 'Toplam' }));
    const { unmount } = render(<Total />);
    await awaitShown('tr ltr Toplam');
    unmount();
    render(<Total />);
    expect(shown()).toEqual(['tr ltr Toplam']);
  });

  it('is English where it cannot be loaded, until a later checkout tries again', async () => {
    const bring = vi.fn(async () => ({ total: 'الإجمالي' }));
    bring.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    const Total = await pageFixture('ar', bring);
    const { unmount } = render(<Total />);
    await awaitShown('en ltr Total');
    unmount();
    render(<Total />);
    expect(shown()).toEqual(['ar rtl …']);
    await awaitShown('ar rtl الإجمالي');
  });

  it('is English when it does not come in ten seconds', async () => {
    vi.useFakeTimers();
    const Total = await pageFixture('ar', () => new Promise(() => {}));
    render(<Total />);
    await act(() => vi.advanceTimersByTimeAsync(9_000));
    expect(shown()).toEqual(['ar rtl …']);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(shown()).toEqual(['en ltr Total']);
  });

  it('does not take away the one that is shown while it is on its way', async () => {
    const arrival = Promise.withResolvers<{ total: string }>();
    const Total = await pageFixture('tr', () => arrival.promise);
    const { rerender } = render(<Total locale="en" />);
    rerender(<Total locale="tr" />);
    expect(shown()).toEqual(['en ltr Total']);
    arrival.resolve({ total: 'Toplam' });
    await awaitShown('tr ltr Toplam');
  });

  it('is not loaded where the page brings the words along', async () => {
    const bring = vi.fn(async () => ({ total: 'الإجمالي' }));
    const { ur } = await import('./ur.ts');
    const Total = await pageFixture('ar', bring);
    render(<Total messages={{ ...ur, total: 'کل' }} />);
    expect(shown()).toEqual(['ar rtl کل']);
    await act(async () => {});
    expect(bring).not.toHaveBeenCalled();
  });
});
