import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

const nextYear = String((new Date().getFullYear() + 1) % 100);

/** The inputs of both elements, in the order in which they are filled in. */
const fieldNames = {
  number: 'input[name="cardnumber"], input[name="number"]',
  expiry: 'input[name="exp-date"], input[name="expiry"]',
  cvc: 'input[name="cvc"]',
  postal: 'input[name="postal"], input[name="postalCode"]',
} as const;

const fieldOrder = ['number', 'expiry', 'cvc', 'postal'] as const;

/** The storefront as a customer uses it. */
export class CheckoutPage {
  readonly page: Page;
  readonly status: Locator;
  readonly payButton: Locator;
  readonly card: FrameLocator;
  readonly challenge: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.locator('[data-hajiq-part="status"]');
    this.payButton = page.locator('[data-hajiq-part="pay"]');
    this.card = page.frameLocator(
      '[data-hajiq-part="card-frame"] iframe[name^="__privateStripeFrame"], iframe[src*="elements-inner-payment"]',
    );
    this.challenge = page
      .frameLocator('iframe[src*="three-ds-2-challenge"]')
      .frameLocator('iframe[name="stripe-challenge-frame"]');
  }

  /** Puts the first product into an order and goes to its checkout. Returns the order's id. */
  async buy(url: string): Promise<string> {
    await this.page.goto(url);
    await this.page
      .getByRole('button', { name: /buy now/i })
      .first()
      .click();
    await this.page.waitForURL('**/checkout/*');
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** A field of the Card Element, or the same of the Payment Element. */
  private field(name: keyof typeof fieldNames): Locator {
    return this.card.locator(fieldNames[name]);
  }

  /** Fills in a card. The postal code is asked for with some cards only. */
  async fillCard(number: string): Promise<void> {
    await this.field('number').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(number);
    await this.field('expiry').fill(`12${nextYear}`);
    await this.field('cvc').fill('123');
    if (await this.field('postal').isVisible()) await this.field('postal').fill('10001');
  }

  /** Goes on with the Tab key until the field has the cursor. */
  private async tabTo(field: Locator): Promise<void> {
    for (let presses = 0; presses < 20; presses += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('The Tab key does not lead to the field.');
  }

  /** Types a card with the keyboard alone. */
  async typeCard(number: string): Promise<void> {
    const values = { number, expiry: `12${nextYear}`, cvc: '123', postal: '10001' };
    for (const name of fieldOrder) {
      await this.tabTo(this.field(name));
      await this.page.keyboard.press('ControlOrMeta+A');
      await this.page.keyboard.type(values[name]);
    }
  }

  /** Sees what is wrong in the fields: the page tells it for the Card Element, and the frame for the Payment Element. */
  async expectFault(words: string): Promise<void> {
    const fault = this.page.getByRole('alert').filter({ hasText: words });
    const inFrame = this.card.getByRole('alert').filter({ hasText: words });
    await expect.poll(async () => (await fault.count()) + (await inFrame.count())).toBe(1);
  }

  async pay(number: string): Promise<void> {
    await expect(this.payButton).toBeEnabled();
    await this.fillCard(number);
    await this.payButton.click();
  }

  async expectState(state: string): Promise<void> {
    await expect(this.status).toHaveAttribute('data-state', state);
  }

  /** Looks at the orders page, as the merchant does. */
  async expectFulfilled(orderId: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Orders', exact: true }).click();
    const row = this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: orderId }) });
    await expect(row.getByRole('cell', { name: 'fulfilled', exact: true })).toBeVisible();
    await expect(row.getByRole('cell', { name: 'paid', exact: true })).toBeVisible();
  }
}
