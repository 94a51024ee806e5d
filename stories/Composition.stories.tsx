import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  HajiqCheckout,
  CardFields,
  CheckoutForm,
  ErrorNotice,
  OrderSummary,
  PayButton,
  PaymentStatus,
} from 'hajiq-checkout';
import { expect, within } from 'storybook/test';
import { checkoutMeta } from './checkoutMeta.tsx';
import { OwnForm } from './OwnForm.tsx';
import { pay, payAndSee, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Composition',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Another order of the same parts: the form is the shop's own. */
export const OwnLayout: Story = {
  args: {
    children: (
      <OwnForm>
        <CardFields />
        <PaymentStatus />
        <OrderSummary />
        <PayButton />
      </OwnForm>
    ),
  },
  play: payAndSee('4242424242424242', 'succeeded', /^Paid$/),
};

/** What went wrong is told above the card, and how it goes on below the button. */
export const ErrorsAboveTheCard: Story = {
  args: {
    children: (
      <OwnForm>
        <OrderSummary />
        <ErrorNotice />
        <CardFields />
        <PayButton />
        <PaymentStatus withErrors={false} />
      </OwnForm>
    ),
  },
  play: async ({ canvasElement }) => {
    await pay(canvasElement, '4000000000000002');
    await expect(await within(canvasElement).findByText(/declined the card/)).toBeVisible();
    await expect(within(canvasElement).getAllByText(/declined the card/)).toHaveLength(1);
  },
};

/** The default look, with words of the shop around it. */
export const WithWordsAround: Story = {
  args: {
    children: (
      <>
        <h2>Sadaqah for clean water</h2>
        <p>Your gift builds a well.</p>
        <CheckoutForm />
      </>
    ),
  },
  play: see('ready', /builds a well/),
};
