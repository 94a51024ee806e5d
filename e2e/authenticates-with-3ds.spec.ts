import { expect, test } from './test.ts';

const CARD = '4000000000003220';

test('pays once the customer has passed 3-D Secure', async ({ checkout, shop }) => {
  const orderId = await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.expectState('confirming');
  await checkout.challenge.getByRole('button', { name: 'Complete' }).click();
  await checkout.expectState('succeeded');
  await checkout.expectFulfilled(orderId);
});

test('charges nothing when 3-D Secure fails, and takes another try', async ({ checkout, shop }) => {
  await checkout.buy(shop.url);
  await checkout.pay(CARD);
  await checkout.challenge.getByRole('button', { name: 'Fail' }).click();
  await checkout.expectState('declined');
  await expect(checkout.status).toContainText('Your bank could not confirm that it was you');
  expect(shop.sandbox.payments()).toMatchObject([{ status: 'failed' }]);
  await checkout.payButton.click();
  await checkout.challenge.getByRole('button', { name: 'Complete' }).click();
  await checkout.expectState('succeeded');
});

test('tells a decline that follows a passed 3-D Secure', async ({ checkout, shop }) => {
  await checkout.buy(shop.url);
  await checkout.pay('4000008260003178');
  await checkout.challenge.getByRole('button', { name: 'Complete' }).click();
  await checkout.expectState('declined');
  await expect(checkout.status).toContainText('There is not enough money on this card');
});
