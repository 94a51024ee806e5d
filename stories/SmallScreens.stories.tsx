import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { expect } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import { payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Small screens',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is wider than the page gives it. */
async function expectFit(canvasElement: HTMLElement): Promise<void> {
  const root = canvasElement.querySelector('[data-hajiq-part="root"]');
  await expect(root?.scrollWidth).toBeLessThanOrEqual(root?.clientWidth ?? 0);
}

const fits = (play: Story['play']): Story['play'] =>
  async function playAndFit(context) {
    await play?.(context);
    await expectFit(context.canvasElement);
  };

const wide = (inlineSize: number): Story['decorators'] => [
  (Show) => (
    <div style={{ inlineSize }}>
      <Show />
    </div>
  ),
];

/** 320 px: a small phone, or 1280 px at 400 %. */
export const Phone: Story = { decorators: wide(320), play: fits(see('ready')) };

/** 280 px: the narrowest that is promised. */
export const Narrowest: Story = { decorators: wide(280), play: fits(see('ready')) };

export const NarrowestDeclined: Story = {
  decorators: wide(280),
  play: fits(payAndSee('4000000000009995', 'declined')),
};

export const NarrowestPaid: Story = {
  decorators: wide(280),
  play: fits(payAndSee('4242424242424242', 'succeeded')),
};

export const NarrowestArabic: Story = {
  args: { locale: 'ar-AE' },
  decorators: wide(280),
  play: fits(see('ready')),
};
