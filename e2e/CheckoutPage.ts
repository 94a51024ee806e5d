import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

const nextYear = String((new Date().getFullYear() + 1) % 100);

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
    this.card = page.frameLocator('[data-hajiq-part="card"] iframe[name^="__privateStripeFrame"]');
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

  /** Types a card, key by key. The postal code is asked for with some cards only. */
  async fillCard(number: string): Promise<void> {
    const numberField = this.card.locator('input[name="cardnumber"]');
    await numberField.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(number);
    await this.card.locator('input[name="exp-date"]').fill(`12${nextYear}`);
    await this.card.locator('input[name="cvc"]').fill('123');
    const postal = this.card.locator('input[name="postal"]');
    if (await postal.isVisible()) await postal.fill('10001');
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
