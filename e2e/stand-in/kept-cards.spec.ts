import type { Page } from '@playwright/test';
import { expect, noted, press, test } from './test.ts';

const NUMBER = '4242424242424242';

const inCard = (page: Page, name: string) =>
  page.frameLocator('iframe[title="Secure card payment input frame"]').locator(`input[name="${name}"]`);
const inPayment = (page: Page, name: string) =>
  page.frameLocator('iframe[title="Secure payment input frame"]').locator(`input[name="${name}"]`);

async function fillCard(page: Page, number = NUMBER) {
  await inCard(page, 'cardnumber').fill(number);
  await inCard(page, 'exp-date').fill('1244');
  await inCard(page, 'cvc').fill('123');
}

async function fillPayment(page: Page, number = NUMBER) {
  await inPayment(page, 'number').fill(number);
  await inPayment(page, 'expiry').fill('1244');
  await inPayment(page, 'cvc').fill('123');
}

test('a card becomes a payment method, and that pays', async ({ open, page, sandbox }) => {
  await open('kept-cards.ts');
  await fillCard(page);
  const made = await press(page, 'keep the card');
  expect(made).toMatchObject({
    paymentMethod: {
      id: expect.stringMatching(/^pm_/),
      object: 'payment_method',
      billing_details: { name: 'Amina' },
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2044 },
    },
  });
  expect(JSON.stringify(made)).not.toContain(NUMBER);
  expect(await press(page, 'pay with the method')).toMatchObject({ paymentIntent: { status: 'succeeded' } });
  expect(sandbox.payments()[0]?.attempts).toMatchObject([{ last4: '4242' }]);
});

test('a card becomes a token, and that pays', async ({ open, page }) => {
  await open('kept-cards.ts');
  await fillCard(page);
  expect(await press(page, 'tokenize the card')).toMatchObject({
    token: { object: 'token', type: 'card', card: { brand: 'Visa', last4: '4242', name: 'Amina' } },
  });
  expect(await press(page, 'pay with the token')).toMatchObject({ paymentIntent: { status: 'succeeded' } });
});

test('what is in a Payment Element becomes a payment method', async ({ open, page }) => {
  await open('kept-cards.ts');
  await fillPayment(page);
  expect(await press(page, 'keep the payment')).toMatchObject({
    paymentMethod: { billing_details: { address: { country: 'SA', city: 'Riyadh' } } },
  });
  expect(await press(page, 'pay with the method')).toMatchObject({ paymentIntent: { status: 'succeeded' } });
});

test('what is in a Payment Element becomes a confirmation token, and that is challenged', async ({
  open,
  page,
}) => {
  const clientSecret = await open('kept-cards.ts');
  await fillPayment(page, '4000000000003220');
  expect(await press(page, 'confirm later')).toMatchObject({
    confirmationToken: {
      object: 'confirmation_token',
      payment_method_preview: { type: 'card', card: { last4: '3220' } },
      return_url: expect.stringContaining(clientSecret),
    },
  });
  await page.getByRole('button', { name: 'pay as confirmed' }).click();
  await page
    .frameLocator('iframe[src*="three-ds-2-challenge"]')
    .frameLocator('iframe[name="stripe-challenge-frame"]')
    .getByRole('button', { name: 'Complete' })
    .click();
  expect(await noted(page, 'pay as confirmed')).toMatchObject({ paymentIntent: { status: 'succeeded' } });
});

test('nothing is made of fields that are not whole', async ({ open, page }) => {
  await open('kept-cards.ts');
  await inCard(page, 'cardnumber').fill('4242');
  const error = { type: 'validation_error', code: 'incomplete_number' };
  expect(await press(page, 'keep the card')).toMatchObject({ error });
  expect(await press(page, 'tokenize the card')).toMatchObject({ error });
  expect(await press(page, 'confirm later')).toMatchObject({ error });
});

test('Stripe’s own test methods need no fields', async ({ open, page }) => {
  await open('kept-cards.ts');
  expect(await press(page, 'pay with a test method')).toMatchObject({
    paymentIntent: { status: 'succeeded' },
  });
});

test('a payment method leads to the return address, too', async ({ open, page }) => {
  const clientSecret = await open('kept-cards.ts');
  await fillCard(page);
  await press(page, 'keep the card');
  await page.route('**/kept-cards.ts?payment_intent=*', (route) => route.fulfill({ body: 'Thank you' }));
  await page.getByRole('button', { name: 'pay and leave' }).click();
  await page.waitForURL(/redirect_status=succeeded/);
  expect(new URL(page.url()).searchParams.get('payment_intent_client_secret')).toBe(clientSecret);
});
