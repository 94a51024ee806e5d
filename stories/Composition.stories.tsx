import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  HajiqCheckout,
  CardFields,
  CheckoutForm,
  OrderSummary,
  PayButton,
  PaymentStatus,
} from 'hajiq-checkout';
import { checkoutMeta } from './checkoutMeta.tsx';
import { OwnForm } from './OwnForm.tsx';
import { payAndSee, see } from './play.ts';

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
