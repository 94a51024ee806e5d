import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { awaitReady, pageFixture, pageHooks } from './page.fixture.ts';

pageHooks();

afterEach(() => document.body.removeAttribute('style'));

async function renderedCheckout() {
  const { props, stripe } = pageFixture();
  const update = vi.spyOn(stripe.stripe.elements().create('card'), 'update');
  const { unmount } = render(<HajiqCheckout {...props} />);
  await awaitReady();
  return { update, unmount };
}

describe('useFrameLook', () => {
  it('gives the card the new colours when the page changes its theme', async () => {
    const { update } = await renderedCheckout();
    document.body.style.color = 'rgb(12, 34, 56)';
    await expect
      .poll(() => update.mock.lastCall)
      .toMatchObject([{ style: { base: { color: 'rgb(12, 34, 56)' } } }]);
  });

  it('tells the card nothing when an attribute changes and no colour does', async () => {
    const { update } = await renderedCheckout();
    document.body.dataset.page = 'checkout';
    document.body.style.color = 'rgb(12, 34, 56)';
    await expect.poll(() => update.mock.calls).toHaveLength(1);
  });

  it('stops looking at the page when it leaves', async () => {
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    const { unmount } = await renderedCheckout();
    unmount();
    expect(disconnect).toHaveBeenCalled();
  });
});
