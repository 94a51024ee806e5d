import type { Messages } from './messages.ts';

export const en: Messages = {
  direction: 'ltr',
  total: 'Total',
  card: 'Card',
  pay: 'Pay',
  payAmount: 'Pay {amount}',
  donate: 'Donate',
  donateAmount: 'Donate {amount}',
  paying: 'Paying…',
  paymentDetails: 'Payment details',
  orPayByCard: 'Or pay by card',
  cardIsPrivate: 'Your card details go straight to Stripe. This shop never sees them.',
  testMode: 'Test mode',
  checkAgain: 'Check again',
  retry: 'Try again',
  status: {
    loading: { title: 'Preparing your payment…', text: '' },
    confirming: { title: 'Confirming your card…', text: 'Please stay on this page.' },
    declined: { title: 'Your card was not charged', text: '' },
    verifying: {
      title: 'Confirming your payment…',
      text: 'This takes a few seconds. Please do not pay again.',
    },
    succeeded: { title: 'Paid', text: 'Thank you. We have received your payment of {amount}.' },
    failed: {
      title: 'The payment did not go through',
      text: 'No money was taken for it. You can try again.',
    },
    cancelled: { title: 'This payment was cancelled', text: 'Nothing more can be paid here.' },
    refunded: { title: 'Refunded', text: '{amount} went back to your card.' },
    unknown: {
      title: 'We are still confirming your payment',
      text: 'Your card may have been charged. Please do not pay again.',
    },
    leftToShop: {
      title: 'We are still confirming your payment',
      text: 'Your card may have been charged. Please do not pay again. The shop will confirm your payment.',
    },
    notPayable: { title: 'This order cannot be paid here', text: 'Please contact the shop.' },
    notCharged: {
      title: 'This order cannot be paid here',
      text: 'Your card was not charged. Please contact the shop.',
    },
    offline: {
      title: 'You are offline',
      text: 'We go on confirming your payment as soon as you are back. Please do not pay again.',
    },
    elsewhere: {
      title: 'This is being paid in another window',
      text: 'Please go on there. This page follows.',
    },
    unavailable: {
      title: 'Payment is not available right now',
      text: 'Please try again in a moment, or reload the page.',
    },
  },
  declineReason: {
    declined: 'Your bank declined the card. Please try another one, or ask your bank.',
    insufficient_funds: 'There is not enough money on this card. Please try another one.',
    expired_card: 'This card has expired. Please try another one.',
    incorrect_cvc: 'The security code is not right. Please check it and try again.',
    incorrect_number: 'The card number is not right. Please check it and try again.',
    processing_error: 'The bank could not process the card. Please try again in a moment.',
    authentication_failed:
      'Your bank could not confirm that it was you. Please try again, or use another card.',
    connection_lost: 'The connection was lost. Please try again: you cannot be charged twice for this.',
    incomplete: 'Please check the card details.',
    amount_changed: 'The total has changed. Please check it before you pay.',
    not_prepared: 'The payment could not be prepared. Nothing was charged. Please try again in a moment.',
  },
  donation: {
    legend: 'Your donation',
    ownAmount: 'Another amount',
    currency: 'Currency',
    notAnAmount: 'Please enter an amount.',
    tooLittle: 'Please give {amount} or more.',
    tooMuch: 'Please give {amount} or less.',
  },
};
