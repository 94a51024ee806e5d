import { expect, test } from './test.ts';

for (const [name, card, words] of [
  ['a declined card', '4000000000000002', 'Your bank declined the card'],
  ['a card without funds', '4000000000009995', 'There is not enough money on this card'],
  ['an expired card', '4000000000000069', 'This card has expired'],
  ['a stolen card, told as any other,', '4000000000009979', 'Your bank declined the card'],
] as const) {
  test(`tells why ${name} did not pass, and takes the next one`, async ({ checkout, shop }) => {
    const orderId = await checkout.buy(shop.url);
    await checkout.pay(card);
    await checkout.expectState('declined');
    await expect(checkout.status).toContainText(words);
    await checkout.pay('4242424242424242');
    await checkout.expectState('succeeded');
    await checkout.expectFulfilled(orderId);
    expect(shop.sandbox.payments()).toHaveLength(1);
  });
}

test('sends nothing while the card is not complete, and says what is missing', async ({ checkout, shop }) => {
  await checkout.buy(shop.url);
  await expect(checkout.payButton).toBeEnabled();
  await checkout.payButton.click();
  await checkout.expectFault('Your card number is incomplete.');
  await checkout.expectState('ready');
  expect(shop.sandbox.payments()[0]?.attempts).toEqual([]);
});
