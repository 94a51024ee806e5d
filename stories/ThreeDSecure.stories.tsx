import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { expect, fn, within } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import { InDialog, InFocusTrap } from './InDialog.tsx';
import { answerChallenge, awaitChallenge, closeChallenge, pay, payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: '3-D Secure',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The bank's page is over the shop's, and waits for the customer. */
export const Challenge: Story = {
  // Two pages of the bank would take the cursor from each other.
  beforeEach: () => () => closeChallenge(document.body),
  play: async ({ canvasElement }) => {
    await payAndSee('4000000000003220', 'confirming')({ canvasElement });
    await awaitChallenge(canvasElement);
  },
};

/** The customer has passed: paid. */
export const Passed: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000003220');
    await answerChallenge(canvasElement, 'complete');
    await see('succeeded', /^Paid$/)({ canvasElement });
  },
};

/** The customer has not passed: nothing is charged, and the card can be tried again. */
export const NotPassed: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000003220');
    await answerChallenge(canvasElement, 'fail');
    await see('declined', /could not confirm that it was you/)({ canvasElement });
  },
};

/** The customer has closed the bank's page. */
export const Closed: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000003220');
    await closeChallenge(canvasElement);
    await see('declined', /could not confirm that it was you/)({ canvasElement });
  },
};

/** Passed, and declined all the same: there is not enough money on the card. */
export const PassedAndDeclined: Story = {
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000008260003178');
    await answerChallenge(canvasElement, 'complete');
    await see('declined', /not enough money/)({ canvasElement });
  },
};

/** Sees that a click in the middle of the screen reaches the bank's page. */
async function expectChallengeOnTop(canvasElement: HTMLElement): Promise<void> {
  await awaitChallenge(canvasElement);
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  await expect(middle).toHaveAttribute('title', '3D Secure 2 authentication frame');
  await expect(document.activeElement).toBe(middle);
}

const onClose = fn();

/** In a modal dialog of the shop's: the bank's page can be reached all the same, and the dialog stays. */
export const InAModalDialog: Story = {
  render: (args, context) => <InDialog onClose={onClose}>{checkoutMeta.render(args, context)}</InDialog>,
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000003220');
    await expectChallengeOnTop(canvasElement);
    await answerChallenge(canvasElement, 'complete');
    await see('succeeded', /^Paid$/)({ canvasElement });
    await expect(within(canvasElement).getByRole('dialog').matches(':modal')).toBe(true);
    await expect(onClose).not.toHaveBeenCalled();
  },
};

/** In a focus trap that takes all clicks: the bank's page gets them, and the cursor. */
export const InAFocusTrap: Story = {
  render: (args, context) => <InFocusTrap>{checkoutMeta.render(args, context)}</InFocusTrap>,
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000003220');
    await expectChallengeOnTop(canvasElement);
    await answerChallenge(canvasElement, 'complete');
    await see('succeeded', /^Paid$/)({ canvasElement });
  },
};
