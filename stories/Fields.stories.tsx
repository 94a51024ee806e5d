import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import { fillCard, typeInto } from './fillCard.ts';
import { awaitPayable } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Fields',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

const frame = (canvasElement: HTMLElement) => canvasElement.querySelector('[data-hajiq-part="card"]');

/** A click on the label leads into the field, which shows where the cursor is. */
export const Focus: Story = {
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await userEvent.click(within(canvasElement).getByText('Card'));
    await waitFor(() => expect(canvasElement.querySelector('.StripeElement--focus')).not.toBeNull());
  },
};

/** Stripe says at once that the number cannot be right. */
export const InvalidNumber: Story = {
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await typeInto(canvasElement, 'cardnumber', '4242424242424241');
    await waitFor(() => expect(frame(canvasElement)).toHaveAttribute('data-state', 'invalid'));
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(/number is invalid/);
  },
};

/** A date that is over. */
export const PastDate: Story = {
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await typeInto(canvasElement, 'exp-date', '0120');
    await waitFor(() => expect(frame(canvasElement)).toHaveAttribute('data-state', 'invalid'));
  },
};

/** All is typed, and nothing is wrong. */
export const Complete: Story = {
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await fillCard(canvasElement, '4242424242424242');
    await expect(frame(canvasElement)).toHaveAttribute('data-state', 'valid');
  },
};

/** A card of another brand. */
export const Mastercard: Story = {
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await fillCard(canvasElement, '5555555555554444');
  },
};

/** A click with nothing typed says what to do, and charges nothing. */
export const Incomplete: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await awaitPayable(canvasElement));
    await waitFor(() => expect(canvasElement.textContent).toMatch(/card (details|number)|incomplete/i));
  },
};
