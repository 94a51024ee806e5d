import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { userEvent } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import { retypeCard } from './fillCard.ts';
import { awaitPayable, payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Declines',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** There is not enough money on the card. */
export const InsufficientFunds: Story = {
  play: payAndSee('4000000000009995', 'declined', /not enough money/),
};

/** The bank does not say why. */
export const Generic: Story = { play: payAndSee('4000000000000002', 'declined', /Your bank declined/) };

/** The card has expired. */
export const ExpiredCard: Story = { play: payAndSee('4000000000000069', 'declined', /has expired/) };

/** The security code is wrong. */
export const IncorrectSecurityCode: Story = {
  play: payAndSee('4000000000000127', 'declined', /security code is not right/),
};

/** The bank could not process the card. */
export const ProcessingError: Story = {
  play: payAndSee('4000000000000119', 'declined', /could not process/),
};

/** The bank says stolen: the customer is told of an ordinary decline. */
export const StolenCard: Story = { play: payAndSee('4000000000009979', 'declined', /Your bank declined/) };

/** The card was tried too often. */
export const TooManyAttempts: Story = {
  play: payAndSee('4000000000006975', 'declined', /Your bank declined/),
};

/** After a decline the same payment takes the next card. */
export const ThenPaid: Story = {
  play: async ({ canvasElement }) => {
    await payAndSee('4000000000009995', 'declined')({ canvasElement });
    await retypeCard(canvasElement, '4242424242424242');
    await userEvent.click(await awaitPayable(canvasElement));
    await see('succeeded', /^Paid$/)({ canvasElement });
  },
};
