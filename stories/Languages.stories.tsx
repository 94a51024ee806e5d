import type { Meta, StoryObj } from '@storybook/react-vite';
import { HajiqCheckout } from 'hajiq-checkout';
import { ar } from 'hajiq-checkout/locales/ar';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { checkoutMeta, openShop } from './checkoutMeta.tsx';
import { fillCard, typeInto } from './fillCard.ts';
import { awaitPayable, see } from './play.ts';

const meta = {
  ...checkoutMeta,
  title: 'Languages',
  component: HajiqCheckout,
} satisfies Meta<typeof HajiqCheckout>;

export default meta;
type Story = StoryObj<typeof meta>;

const root = (canvasElement: HTMLElement) => canvasElement.querySelector('[data-hajiq-part="root"]');

/** The card can be typed, under a button with these words, in this direction. */
const ready = (locale: string, button: RegExp, dir = 'ltr'): Story => ({
  args: { locale },
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement, button);
    await expect(root(canvasElement)).toHaveAttribute('dir', dir);
    await expect(root(canvasElement)).toHaveAttribute('lang', locale);
  },
});

/** A card is typed and paid with. */
const paid = (locale: string, button: RegExp, card: string, state: string, words: RegExp): Story => ({
  args: { locale },
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement, button);
    await fillCard(canvasElement, card);
    await userEvent.click(await awaitPayable(canvasElement, button));
    await see(state, words)({ canvasElement });
  },
});

const declined = (locale: string, button: RegExp, words: RegExp) =>
  paid(locale, button, '4000000000009995', 'declined', words);

/** Nobody knows yet whether the card was charged. */
const unknown = (locale: string, button: RegExp, words: RegExp): Story => ({
  ...paid(locale, button, '4242424242424242', 'unknown', words),
  args: { locale, patienceMs: 1 },
  beforeEach: openShop((shop) => shop.holdWebhooks()),
});

/** The order was paid before. */
const succeeded = (locale: string, words: RegExp): Story => ({
  args: { locale },
  beforeEach: openShop(async (shop, orderId) => {
    await shop.charge(await shop.createPayment(orderId), '4242424242424242');
  }),
  play: see('succeeded', words),
});

export const English = ready('en-GB', /^Pay US\$50\.00$/);
export const EnglishDeclined = declined('en-GB', /^Pay/, /not enough money/);

/** From right to left; the digits of a card run from left to right all the same. */
export const Arabic: Story = {
  ...ready('ar-AE', /^ادفع/, 'rtl'),
  play: async (context) => {
    await ready('ar-AE', /^ادفع/, 'rtl').play?.(context);
    const frame = context.canvasElement.querySelector('iframe');
    const number = frame?.contentDocument?.querySelector('input[name="cardnumber"]');
    if (number === null || number === undefined) throw new Error('There is no field for the number.');
    await expect(getComputedStyle(number).direction).toBe('ltr');
  },
};
export const ArabicPaid = succeeded('ar-AE', /^تم الدفع$/);

/** Stripe's fields have no Urdu: their own placeholders are English. */
export const Urdu = ready('ur-PK', /ادا کریں$/, 'rtl');
export const UrduDeclined = declined('ur-PK', /ادا کریں$/, /کافی رقم نہیں/);

/** What is wrong in Stripe's fields is told in Urdu. */
export const UrduInvalidNumber: Story = {
  args: { locale: 'ur' },
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement, /ادا کریں$/);
    await typeInto(canvasElement, 'cardnumber', '4242424242424241');
    const alert = within(canvasElement).getByRole('alert');
    await waitFor(() => expect(alert).toHaveTextContent(/کارڈ نمبر درست نہیں/));
  },
};

export const French = ready('fr-CA', /^Payer 50,00/);
export const FrenchUnknown = unknown('fr', /^Payer/, /peut-être été débitée/);

export const Turkish = ready('tr', /öde$/);
export const TurkishPaid = succeeded('tr', /^Ödeme tamamlandı$/);

export const Indonesian = ready('id', /^Bayar/);
export const IndonesianDeclined = declined('id', /^Bayar/, /tidak mencukupi/);

export const German = ready('de-AT', /bezahlen$/);
export const GermanUnknown = unknown('de', /bezahlen$/, /möglicherweise belastet/);

export const Spanish = ready('es-MX', /^Pagar/);
export const SpanishDeclined = declined('es', /^Pagar/, /fondos suficientes/);

/** A language that the checkout does not speak is English. */
export const NotSpoken: Story = {
  args: { locale: 'zh-CN' },
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement, /^Pay \$50\.00$/);
    await expect(root(canvasElement)).toHaveAttribute('lang', 'en');
  },
};

/** The page has brought the words along: they are there with the first paint. */
export const BroughtAlong: Story = {
  args: { locale: 'ar-AE', messages: ar },
  play: ready('ar-AE', /^ادفع/, 'rtl').play,
};

/** A charity's own words in the place of some of the language's. */
export const OwnWords: Story = {
  args: {
    locale: 'fr',
    messages: { total: 'Votre don', payAmount: 'Donner {amount}' },
  },
  play: async ({ canvasElement }) => {
    await awaitPayable(canvasElement, /^Donner 50,00/);
    await expect(within(canvasElement).getByText('Votre don')).toBeVisible();
    await expect(within(canvasElement).getByText('Carte bancaire')).toBeVisible();
  },
};
