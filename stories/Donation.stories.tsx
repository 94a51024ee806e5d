import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { delay, http } from 'msw';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { checkoutMeta, openShop } from './checkoutMeta.tsx';
import { retypeCard } from './fillCard.ts';
import { awaitPayable, payAndSee, see } from './play.ts';
import { sandboxShop } from './sandboxShop.ts';

const charity = () =>
  sandboxShop({ donation: true }, { min: 500, max: 1_000_000, currencies: ['USD', 'GBP', 'AED'] });

const meta = {
  ...checkoutMeta,
  title: 'Donation',
  component: HajiqCheckout,
  args: { ...checkoutMeta.args, donation: { presets: [1000, 2500, 5000] } },
  beforeEach: openShop(undefined, charity),
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

const typeAmount = async (canvasElement: HTMLElement, text: string) => {
  const canvas = within(canvasElement);
  await userEvent.click(await canvas.findByRole('radio', { name: 'Another amount' }));
  await userEvent.type(canvas.getByRole('textbox', { name: 'Another amount' }), text);
};

/** A few amounts to choose from, and one of the donor's own; the bounds and currencies are the backend's. */
export const Presets: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('radio', { name: '$25' }));
    await expect(await awaitPayable(canvasElement)).toHaveTextContent('Donate $25.00');
  },
};

/** The donor names the amount: what the button says is what is given. */
export const OwnAmount: Story = {
  play: async ({ canvasElement }) => {
    await typeAmount(canvasElement, '1,234.50');
    await userEvent.selectOptions(within(canvasElement).getByRole('combobox'), 'GBP');
    await expect(await awaitPayable(canvasElement)).toHaveTextContent('Donate £1,234.50');
  },
};

/** Less than the charity takes: told at the field, and nothing is sent. */
export const TooLittle: Story = {
  play: async ({ canvasElement }) => {
    await typeAmount(canvasElement, '2');
    await userEvent.click(await awaitPayable(canvasElement));
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByText(/or more/)).toBeVisible());
    await expect(canvas.getByRole('textbox')).toHaveFocus();
  },
};

/** No presets: the amount is the donor's from the start. */
export const NoPresets: Story = {
  args: { donation: {} },
  play: async ({ canvasElement }) => {
    await userEvent.type(await within(canvasElement).findByRole('textbox'), '40');
    await expect(await awaitPayable(canvasElement)).toHaveTextContent('Donate $40.00');
  },
};

/** From the right to the left; what is typed in Arabic digits counts too. */
export const Arabic: Story = {
  args: { locale: 'ar-AE' },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'مبلغ آخر' }));
    await userEvent.type(canvas.getByRole('textbox'), '٢٥');
    await waitFor(() => expect(canvas.getByRole('button', { name: /^تبرّع بمبلغ/ })).toBeEnabled());
  },
};

/** The bounds are on their way. */
export const LoadingBounds: Story = {
  beforeEach: openShop(() => [http.get('*/api/hajiq/donation', () => delay('infinite'))], charity),
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement);
    await expect(within(canvasElement).queryByRole('radio')).toBeNull();
  },
};

/** Nobody can say what may be given: another try may help. */
export const BoundsNotThere: Story = {
  beforeEach: openShop(
    () => [http.get('*/api/hajiq/donation', () => new Response(null, { status: 503 }))],
    charity,
  ),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The gift has arrived. */
export const Given: Story = { play: payAndSee('4242424242424242', 'succeeded', /^Paid$/) };

/** Declined: the donor may try another card, or another amount. */
export const DeclinedThenLess: Story = {
  play: async ({ canvasElement }) => {
    await payAndSee('4000000000009995', 'declined')({ canvasElement });
    await userEvent.click(await within(canvasElement).findByRole('radio', { name: '$25' }));
    await retypeCard(canvasElement, '4242424242424242');
    await userEvent.click(await awaitPayable(canvasElement));
    await see('succeeded')({ canvasElement });
  },
};
