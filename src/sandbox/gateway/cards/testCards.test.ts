import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../stripe-js/card/luhn.ts';
import { sandboxFixture } from '../sandboxCalls.fixture.ts';
import { testCards } from './testCards.ts';

/** A payment and a card, by the real route. */
async function confirmWith(card: Record<string, string>) {
  const calls = sandboxFixture();
  const { id, clientSecret } = await calls.create();
  const answer = await calls.confirm(clientSecret, card);
  const readStatus = async () => (await calls.gateway('GET', `/payment-intents/${id}`)).body.data.status;
  return { ...calls, clientSecret, answer, readStatus };
}

const numbersOf = (group: string) =>
  testCards.filter((card) => card.group === group).map(({ number }) => number);

const plain = `
  4242424242424242 4000056655665556 5555555555554444 2223003122003222 5200828282828210 5105105105105100
  378282246310005 371449635398431 6011111111111117 6011000990139424 6011981111111113 3056930009020004
  36227206271667 3566002020360505 6200000000000005 6200000000000047 6205500000000000004 6555900000604105
  4000002500001001 5555552500001001 4000051230000072 5200828282828897 4000000000000077`;
/** What they are for shows only at an account that has rules for it; without any, they are paid. */
const checked = '4000000000009235 4000000000000036 4000000000000028 4000000000000010 4000000000000044';
/** 3-D Secure is there for it, and nobody asks. */
const unasked = '4000000000003055';
const succeeding = [plain, checked, unasked].join(' ').trim().split(/\s+/);

const DECLINED = 'Your card was declined.';
const CVC = "Your card's security code is incorrect.";
const TOO_OFTEN =
  'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.';
const FAULT = 'An error occurred while processing your card. Try again in a little bit.';

/** number, code, decline_code, message, advice_code, network_advice_code, network_decline_code, param */
type DeclineRow = [string, string, string?, string?, string?, string?, string?, string?];

const declining: DeclineRow[] = [
  ['4000000000000002', 'card_declined', 'generic_decline', DECLINED, 'try_again_later', undefined, '01'],
  [
    '4000000000009995',
    'card_declined',
    'insufficient_funds',
    'Your card has insufficient funds.',
    'try_again_later',
    undefined,
    '51',
  ],
  ['4000000000009987', 'card_declined', 'lost_card', DECLINED, 'do_not_try_again', '01', '41'],
  ['4000000000009979', 'card_declined', 'stolen_card', DECLINED, 'do_not_try_again', '01', '43'],
  [
    '4000000000000069',
    'expired_card',
    'expired_card',
    'Your card has expired.',
    'confirm_card_data',
    '03',
    '54',
    'exp_month',
  ],
  ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc', CVC, 'confirm_card_data', '03', 'N7', 'cvc'],
  ['4000000000000119', 'processing_error', 'processing_error', FAULT, 'try_again_later', undefined, '06'],
  [
    '4000000000006975',
    'card_declined',
    'card_velocity_exceeded',
    TOO_OFTEN,
    'try_again_later',
    undefined,
    '61',
  ],
  ['4000000000000341', 'card_declined', 'generic_decline', DECLINED, 'try_again_later', undefined, '01'],
  ['4100000000000019', 'card_declined', 'fraudulent', DECLINED],
  ['4000000000000101', 'incorrect_cvc', undefined, CVC, undefined, undefined, undefined, 'cvc'],
  ['4000008400001280', 'card_declined', undefined, DECLINED],
];

const challenging = [
  '4000000000003220',
  '4000002500003155',
  '4000002760003184',
  '4000003800000446',
  '4000008260003178',
  '4000008400001629',
];

const refused: [string, RegExp][] = [
  ['4000000000003097', /3-D Secure/],
  ['4000000000004954', /Radar/],
  ['4000000000000259', /disputed/],
  ['4000000000002685', /disputed/],
  ['4000000000001976', /disputed/],
  ['4000000000005423', /disputed/],
  ['4000000000007726', /refund/],
  ['4000000000005126', /refund/],
];

describe('the table of test cards', () => {
  it('has every card once, and each is asked about below', () => {
    const numbers = testCards.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const asked = [
      ...succeeding,
      ...declining.map(([number]) => number),
      ...challenging,
      ...refused.map(([number]) => number),
    ];
    expect(numbers.toSorted()).toEqual(asked.toSorted());
    expect(numbersOf('three-d-secure')).toHaveLength(9);
  });

  it('has numbers that a field lets through', () => {
    expect(testCards.filter(({ number }) => !passesLuhn(number))).toEqual([]);
  });
});

describe('a card that is paid', () => {
  it.each(succeeding)('%s', async (number) => {
    const { answer, readStatus } = await confirmWith({ number });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'succeeded',
        last_payment_error: null,
        next_action: null,
        payment_method: expect.stringMatching(/^pm_\w+$/),
      },
    });
    expect(await readStatus()).toBe('succeeded');
  });
});

describe('a card that is declined', () => {
  it.each(declining)(
    '%s with %s, %s',
    async (
      number,
      code,
      decline_code,
      message,
      advice_code,
      network_advice_code,
      network_decline_code,
      param,
    ) => {
      const { answer, readStatus } = await confirmWith({ number });
      expect(answer.status).toBe(402);
      const payment_method = {
        id: expect.stringMatching(/^pm_\w+$/),
        object: 'payment_method',
        type: 'card',
        billing_details: { name: null, address: { postal_code: null } },
        card: { brand: 'visa', last4: number.slice(-4), exp_month: 12, funding: 'credit' },
      };
      const lastError = {
        type: 'card_error',
        code,
        decline_code,
        message,
        advice_code,
        network_advice_code,
        network_decline_code,
        param,
        charge: expect.stringMatching(/^ch_\w+$/),
        doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
        payment_method: expect.objectContaining({ object: 'payment_method' }),
      };
      const { error } = answer.body;
      expect(error).toEqual({
        ...lastError,
        request_log_url: expect.stringMatching(/^https:\/\/dashboard\.stripe\.com\/.+req_\w+$/),
        payment_intent: expect.objectContaining({
          object: 'payment_intent',
          status: 'requires_payment_method',
          payment_method: null,
          next_action: null,
        }),
      });
      expect(error.payment_method).toMatchObject(payment_method);
      expect(error.payment_intent.last_payment_error).toEqual(lastError);
      expect(error.payment_intent.last_payment_error.payment_method).toEqual(error.payment_method);
      expect(error.request_log_url).toContain(answer.headers.get('request-id'));
      expect(await readStatus()).toBe('failed');
    },
  );

  it.each(['4000000000000127', '4000000000000101'])(
    '%s is paid where no security code is given: there is nothing to find wrong',
    async (number) => {
      expect((await confirmWith({ number, cvc: '' })).answer).toMatchObject({ status: 200 });
    },
  );

  it('as any number that is no test card, such as a real one', async () => {
    const { answer, readStatus } = await confirmWith({ number: '4111111111111111' });
    expect(answer).toMatchObject({
      status: 402,
      body: { error: { code: 'card_declined', decline_code: 'test_mode_live_card' } },
    });
    expect(await readStatus()).toBe('failed');
  });

  it('tells who pays, as far as the form asked', async () => {
    const calls = sandboxFixture();
    const { clientSecret } = await calls.create();
    const { body } = await calls.confirm(
      clientSecret,
      { number: '4000000000000002' },
      {
        'payment_method_data[billing_details][name]': 'A. Donor',
        'payment_method_data[billing_details][address][postal_code]': '10115',
      },
    );
    expect(body.error.payment_method.billing_details).toEqual({
      name: 'A. Donor',
      email: null,
      phone: null,
      address: { city: null, country: null, line1: null, line2: null, postal_code: '10115', state: null },
    });
  });
});

describe('a card with 3-D Secure', () => {
  it.each(challenging)('%s asks for it', async (number) => {
    const { answer, readStatus } = await confirmWith({ number });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'requires_action',
        next_action: { type: 'use_stripe_sdk' },
        payment_method: expect.stringMatching(/^pm_/),
      },
    });
    expect(await readStatus()).toBe('processing');
  });

  it.each(['4000000000003220', '4000002500003155', '4000002760003184', '4000003800000446'])(
    '%s is paid when the customer has passed',
    async (number) => {
      const { authenticate, clientSecret, readStatus } = await confirmWith({ number });
      expect(await authenticate(clientSecret)).toMatchObject({ status: 200, body: { status: 'succeeded' } });
      expect(await readStatus()).toBe('succeeded');
    },
  );

  it.each([
    ['4000008260003178', 'insufficient_funds'],
    ['4000008400001629', 'generic_decline'],
  ])('%s is declined all the same: %s', async (number, decline_code) => {
    const { authenticate, clientSecret, readStatus } = await confirmWith({ number });
    expect((await authenticate(clientSecret)).body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { type: 'card_error', code: 'card_declined', decline_code },
    });
    expect(await readStatus()).toBe('failed');
  });

  it.each(challenging)('%s is not charged when the customer fails', async (number) => {
    const { authenticate, clientSecret, readStatus } = await confirmWith({ number });
    const { body } = await authenticate(clientSecret, 'fail');
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
        message:
          'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
        payment_method: { card: { last4: number.slice(-4) } },
      },
    });
    expect(body.last_payment_error).not.toHaveProperty('charge');
    expect(await readStatus()).toBe('failed');
  });

  it.each(['4242424242424242', '378282246310005'])(
    '%s has none: nothing is asked, and nothing can be passed',
    async (number) => {
      const { answer, authenticate, clientSecret } = await confirmWith({ number });
      expect(answer.body.next_action).toBeNull();
      expect(await authenticate(clientSecret)).toMatchObject({ status: 400 });
    },
  );
});

describe('a card that does what the sandbox cannot', () => {
  it.each(refused)('%s is refused loudly, and nothing happens', async (number, why) => {
    const { answer, readStatus, sandbox } = await confirmWith({ number });
    expect(answer).toMatchObject({
      status: 501,
      body: {
        error: {
          type: 'invalid_request_error',
          code: 'not_in_sandbox',
          message: expect.stringMatching(why),
        },
      },
    });
    expect(answer.body.error.message).toMatch(/^The HajiQ sandbox cannot do what this card does: it .+\.$/);
    expect(await readStatus()).toBe('pending');
    expect(sandbox.payments()[0]?.attempts).toEqual([]);
  });
});

describe('a card that no bank is asked about', () => {
  const year = new Date().getFullYear();

  it.each([
    ['a number that is too short', { number: '42424242424' }, 'incorrect_number', 'number'],
    ['a number whose check digit is wrong', { number: '4242424242424241' }, 'incorrect_number', 'number'],
    ['no number', { number: '' }, 'incorrect_number', 'number'],
    ['a month 13', { exp_month: '13' }, 'invalid_expiry_month', 'exp_month'],
    ['no month', { exp_month: '' }, 'invalid_expiry_month', 'exp_month'],
    ['a year that is past', { exp_year: String(year - 1) }, 'invalid_expiry_year', 'exp_year'],
    ['a year far ahead', { exp_year: String(year + 51) }, 'invalid_expiry_year', 'exp_year'],
    ['a security code of two digits', { cvc: '12' }, 'invalid_cvc', 'cvc'],
  ])('has %s', async (_, card, code, param) => {
    const { answer, readStatus } = await confirmWith(card);
    expect(answer).toMatchObject({
      status: 402,
      body: {
        error: {
          type: 'card_error',
          code,
          param,
          doc_url: expect.stringContaining('/error-codes/'),
          request_log_url: expect.stringContaining('req_'),
        },
      },
    });
    expect(answer.body.error).not.toHaveProperty('charge');
    expect(await readStatus()).toBe('pending');
  });

  it.each([
    ['payment_method', 'pm_card_visa', 501],
    ['off_session', 'true', 501],
    ['setup_future_usage', 'off_session', 501],
    ['payment_method_options[card][request_three_d_secure]', 'any', 501],
    ['colour', 'green', 400],
  ])('comes with %s', async (name, value, status) => {
    const { create, confirm, sandbox } = sandboxFixture();
    const { clientSecret } = await create();
    const answer = await confirm(clientSecret, {}, { [name]: value });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(name);
    expect(sandbox.payments()[0]?.attempts).toEqual([]);
  });
});
