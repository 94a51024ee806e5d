import { add, addButton, clientSecret, note, startStripe } from './page.ts';

const stripe = startStripe();
const kept: Record<string, string> = {};

const elements = stripe.elements({ locale: 'en' });
const card = elements.create('card', { hidePostalCode: true });
card.mount(add('div'));
card.on('ready', () => note('ready', 'card'));

const collecting = stripe.elements({
  mode: 'payment',
  amount: 5000,
  currency: 'usd',
  paymentMethodCreation: 'manual',
  locale: 'en',
});
const payment = collecting.create('payment', { fields: { billingDetails: { address: 'never' } } });
payment.mount(add('div'));
payment.on('ready', () => note('ready', 'payment'));
const address = { country: 'SA', postal_code: '', state: '', city: 'Riyadh', line1: '', line2: '' };

addButton('keep the card', async () => {
  const result = await stripe.createPaymentMethod({ type: 'card', card, billing_details: { name: 'Amina' } });
  kept.method = result.paymentMethod?.id ?? '';
  return result;
});
addButton('tokenize the card', async () => {
  const result = await stripe.createToken(card, { name: 'Amina' });
  kept.token = result.token?.id ?? '';
  return result;
});
addButton('keep the payment', async () => {
  const { error } = await collecting.submit();
  if (error !== undefined) return { error };
  const result = await stripe.createPaymentMethod({
    elements: collecting,
    params: { billing_details: { address } },
  });
  kept.method = result.paymentMethod?.id ?? '';
  return result;
});
addButton('confirm later', async () => {
  const { error } = await collecting.submit();
  if (error !== undefined) return { error };
  const result = await stripe.createConfirmationToken({
    elements: collecting,
    params: { payment_method_data: { billing_details: { address } }, return_url: location.href },
  });
  kept.confirmation = result.confirmationToken?.id ?? '';
  return result;
});
addButton('pay with the method', () =>
  stripe.confirmCardPayment(clientSecret, { payment_method: kept.method ?? '' }),
);
addButton('pay with the token', () =>
  stripe.confirmCardPayment(clientSecret, { payment_method: { card: { token: kept.token ?? '' } } }),
);
addButton('pay as confirmed', () =>
  stripe.confirmPayment({
    clientSecret,
    confirmParams: { confirmation_token: kept.confirmation ?? '' },
    redirect: 'if_required',
  }),
);
addButton('pay with a test method', () =>
  stripe.confirmCardPayment(clientSecret, { payment_method: 'pm_card_visa' }),
);
addButton('pay and leave', () =>
  stripe.confirmPayment({
    clientSecret,
    confirmParams: { payment_method: kept.method ?? '', return_url: `${location.origin}/kept-cards.ts` },
  }),
);
