import type { HajiqCheckoutProps } from 'hajiq-checkout';
import { HajiqCheckout } from 'hajiq-checkout';
import type { RequestHandler } from 'msw';
import { sandboxShop, type SandboxShop } from './sandboxShop.ts';

export interface Opening {
  msw: { use: (...handlers: RequestHandler[]) => void };
  loaded: Record<string, unknown>;
}

/** What a story has happened before the page is there; the handlers it returns come before the shop's. */
type Arrange = (
  shop: SandboxShop,
  orderId: string,
) => readonly RequestHandler[] | Promise<readonly RequestHandler[] | void> | void;

/** A `beforeEach`: opens a shop of the story's own. */
export const openShop = (arrange?: Arrange, open: () => SandboxShop = sandboxShop) =>
  async function beforeEach({ msw, loaded }: Opening): Promise<void> {
    const shop = open();
    const handlers = await arrange?.(shop, String(loaded.orderId));
    msw.use(...(handlers ?? []), ...shop.requestHandlers);
  };

/** What the stories of the complete checkout share. */
export const checkoutMeta = {
  args: { backendUrl: '/api/hajiq', publishableKey: 'pk_test_sandbox', orderId: '', locale: 'en' },
  argTypes: {
    fields: { control: 'inline-radio', options: ['card', 'payment'] },
    intent: { control: 'inline-radio', options: ['eager', 'on-pay'] },
    patienceMs: { control: 'number' },
    total: { control: 'object' },
    donation: { control: 'object' },
    billingDetails: { control: 'object' },
    fonts: { control: 'object' },
    children: { control: false },
    fetch: { control: false },
    onSucceeded: { action: 'succeeded' },
    onError: { action: 'error' },
  } as const,
  // A new order each time: a checkout that is left while a card is charged waits for its order to be shown again.
  loaders: [() => ({ orderId: `ORDER-${crypto.randomUUID().slice(0, 8)}` })],
  render: (args: HajiqCheckoutProps, { loaded }: { loaded: Record<string, unknown> }) => (
    <HajiqCheckout {...args} orderId={args.orderId === '' ? String(loaded.orderId) : args.orderId} />
  ),
  beforeEach: openShop(),
};
