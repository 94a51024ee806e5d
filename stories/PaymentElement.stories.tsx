import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { checkoutMeta } from './checkoutMeta.tsx';
import { payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Payment Element',
  component: HajiqCheckout,
  args: { ...checkoutMeta.args, fields: 'payment' },
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Stripe's Payment Element in the look of the page. */
export const Ready: Story = { play: see('ready') };

/** Paid by card. */
export const Succeeded: Story = { play: payAndSee('4242424242424242', 'succeeded', /^Paid$/) };

/** The bank said no: the reason is told, and another card can be tried. */
export const Declined: Story = { play: payAndSee('4000000000009995', 'declined', /not enough money/) };

/** From the right to the left. */
export const Arabic: Story = {
  args: { locale: 'ar-AE' },
  globals: { direction: 'rtl' },
  play: see('ready'),
};

/** On a dark page. */
export const Dark: Story = { globals: { scheme: 'dark' }, play: see('ready') };
