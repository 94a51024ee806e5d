import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { checkoutMeta, openShop } from './checkoutMeta.tsx';
import { OwnStatus } from './OwnStatus.tsx';
import { payAndSee } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Hooks',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** `useHajiqCheckout` and `usePaymentStatus` tell the same payment, from the card to the webhook. */
export const BothHooks: Story = {
  args: { children: <OwnStatus /> },
  play: payAndSee('4242424242424242', 'succeeded', /checkout: succeeded, card: .+, payment: succeeded/),
};

/** While the webhook is held, the hooks say *verifying*. */
export const BeforeTheWebhook: Story = {
  args: { children: <OwnStatus /> },
  beforeEach: openShop((shop) => shop.holdWebhooks()),
  play: payAndSee('4242424242424242', 'verifying', /checkout: verifying, card: .+, payment: verifying/),
};
