import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { expect, waitFor } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import type { CSSProperties } from 'react';
import { findField } from './fillCard.ts';
import { payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Themes',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

const ownColours = {
  '--hajiq-color-primary': '#3b3a8f',
  '--hajiq-color-on-primary': '#ffffff',
  '--hajiq-radius': '4px',
  '--hajiq-font': 'Georgia, serif',
} as CSSProperties;

export const Dark: Story = { globals: { theme: 'default', scheme: 'dark' }, play: see('ready') };

export const SageLight: Story = { globals: { theme: 'sage', scheme: 'light' }, play: see('ready') };

export const SageDark: Story = { globals: { theme: 'sage', scheme: 'dark' }, play: see('ready') };

export const SandLight: Story = { globals: { theme: 'sand', scheme: 'light' }, play: see('ready') };

export const SandDark: Story = { globals: { theme: 'sand', scheme: 'dark' }, play: see('ready') };

export const SagePaid: Story = {
  globals: { theme: 'sage' },
  play: payAndSee('4242424242424242', 'succeeded'),
};

export const SandPaid: Story = {
  globals: { theme: 'sand' },
  play: payAndSee('4242424242424242', 'succeeded'),
};

export const DarkDeclined: Story = {
  globals: { scheme: 'dark' },
  play: payAndSee('4000000000009995', 'declined'),
};

export const SageDarkDeclined: Story = {
  globals: { theme: 'sage', scheme: 'dark' },
  play: payAndSee('4000000000009995', 'declined'),
};

/** Whatever the customer's system says. */
export const Automatic: Story = { globals: { scheme: 'auto' }, play: see('ready') };

/** A shop's own colours, from a wrapper of its own. */
export const OwnColours: Story = {
  decorators: [
    (Show) => (
      <div style={ownColours}>
        <Show />
      </div>
    ),
  ],
  play: see('ready'),
};

/** The page turns dark while the card is there: the checkout and Stripe's fields follow. */
export const ChangesWhileShown: Story = {
  play: async ({ canvasElement }) => {
    await see('ready')({ canvasElement });
    canvasElement.querySelector('[data-page]')?.setAttribute('data-scheme', 'dark');
    const field = await findField(canvasElement, 'cardnumber');
    await waitFor(() => expect(getComputedStyle(field).color).toBe('rgb(238, 243, 240)'));
  },
};
