import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { SandboxClock } from './clock/SandboxClock.ts';
import { findCardFault } from './findCardFault.ts';
import { UnexpectedState, type PaymentLedger } from './paymentLedger.ts';
import { isClosed, type SandboxPayment } from './SandboxPayment.ts';
import { toDeclineError, toStripeObject, type StripeErrorObject } from './toStripeObject.ts';

class StripeApiError extends Error {
  readonly status: 400 | 401 | 402 | 404;
  readonly body: StripeErrorObject;
  constructor(status: 400 | 401 | 402 | 404, body: StripeErrorObject) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

const refuse = (status: 400 | 401 | 404, message: string, code?: string): never => {
  throw new StripeApiError(status, {
    type: 'invalid_request_error',
    message,
    ...(code !== undefined && { code }),
  });
};

function authenticate(headers: Headers, publishableKey: string): void {
  const key = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (key === undefined) refuse(401, 'You did not provide an API key.');
  if (key?.startsWith('pk_test_') !== true) {
    refuse(
      401,
      'The HajiQ sandbox takes publishable test keys (pk_test_…) only: no live key, no secret key.',
    );
  }
  if (key !== publishableKey) {
    refuse(
      400,
      'The client_secret provided does not match any associated PaymentIntent on this account. Ensure the publishable key used belongs to the same account that created the PaymentIntent.',
    );
  }
}

function toUnexpectedState({ payment }: UnexpectedState, isConfirmation: boolean): StripeApiError {
  const why =
    payment.intentState === 'succeeded'
      ? 'it has already succeeded after being previously confirmed.'
      : `it has a status of ${payment.intentState}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`;
  const message = isConfirmation
    ? `You cannot confirm this PaymentIntent because ${why}`
    : `This PaymentIntent cannot be authenticated because its status is ${payment.intentState}.`;
  return new StripeApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: toStripeObject(payment),
  });
}

/** What a confirmation may carry; of most of it the sandbox has no use, but it knows what it is. */
const confirmParameters =
  /^(client_secret|receipt_email|return_url|use_stripe_sdk|key|shipping\[.+|payment_method_data\[(type|card|billing_details)\].*)$/;

/** Refuses a parameter the sandbox does not know, as Stripe does, instead of leaving it out in silence. */
function refuseUnknown(form: URLSearchParams): void {
  const unknown = [...form.keys()].find((name) => !confirmParameters.test(name));
  if (unknown !== undefined) refuse(400, `Received unknown parameter: ${unknown}`, 'parameter_unknown');
}

/** Refuses an address that a customer could not come back to. */
function refuseBadReturnUrl(form: URLSearchParams): void {
  const returnUrl = form.get('return_url');
  if (returnUrl === null || (URL.canParse(returnUrl) && /^https?:$/.test(new URL(returnUrl).protocol)))
    return;
  throw new StripeApiError(400, {
    type: 'invalid_request_error',
    code: 'url_invalid',
    param: 'return_url',
    message: 'Not a valid URL',
  });
}

/** Stripe's API as Stripe.js uses it from a browser: confirm an intent, read it, and (ours) end a 3-D Secure test. */
export function stripeApi(ledger: PaymentLedger, publishableKey: string, clock: SandboxClock): Hono {
  const api = new Hono();

  // Stripe answers pages of every origin; the publishable key and the client secret are what counts.
  api.use(
    cors({ origin: '*', allowHeaders: ['Authorization', 'Content-Type'], allowMethods: ['GET', 'POST'] }),
  );

  api.use(async (context, next) => {
    authenticate(context.req.raw.headers, publishableKey);
    await next();
  });

  function findIntent(intentId: string, clientSecret: string | undefined): SandboxPayment {
    const payment = ledger.byIntentId(intentId);
    if (payment === undefined) {
      throw new StripeApiError(404, {
        type: 'invalid_request_error',
        code: 'resource_missing',
        param: 'intent',
        message: `No such payment_intent: '${intentId}'`,
      });
    }
    if (payment.clientSecret === clientSecret) return payment;
    return refuse(
      400,
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      'payment_intent_invalid_parameter',
    );
  }

  async function readForm(request: Request): Promise<URLSearchParams> {
    return new URLSearchParams(await request.text());
  }

  api.get('/payment_intents/:intentId', (context) => {
    const payment = findIntent(context.req.param('intentId'), context.req.query('client_secret'));
    return context.json(toStripeObject(payment));
  });

  api.post('/payment_intents/:intentId/confirm', async (context) => {
    const form = await readForm(context.req.raw);
    refuseUnknown(form);
    refuseBadReturnUrl(form);
    const payment = findIntent(context.req.param('intentId'), form.get('client_secret') ?? undefined);
    if (form.get('payment_method_data[type]') !== 'card') {
      refuse(400, 'The HajiQ sandbox confirms with payment_method_data[type]=card only.');
    }
    const card = {
      number: (form.get('payment_method_data[card][number]') ?? '').replaceAll(/\s/g, ''),
      expMonth: Number(form.get('payment_method_data[card][exp_month]')),
      expYear: Number(form.get('payment_method_data[card][exp_year]')),
      cvc: form.get('payment_method_data[card][cvc]') ?? undefined,
    };
    if (isClosed(payment)) throw toUnexpectedState(new UnexpectedState(payment), true);
    const fault = findCardFault(card, new Date(clock.now()));
    if (fault !== undefined) throw new StripeApiError(402, { type: 'card_error', ...fault });
    ledger.confirm(payment, card.number);
    if (payment.intentState === 'requires_payment_method')
      throw new StripeApiError(402, toDeclineError(payment));
    return context.json(toStripeObject(payment));
  });

  api.post('/payment_intents/:intentId/three_d_secure_outcome', async (context) => {
    const form = await readForm(context.req.raw);
    const payment = findIntent(context.req.param('intentId'), form.get('client_secret') ?? undefined);
    const outcome = form.get('outcome');
    if (outcome !== 'complete' && outcome !== 'fail')
      return refuse(400, 'outcome has to be complete or fail.');
    ledger.authenticate(payment, outcome);
    return context.json(toStripeObject(payment));
  });

  api.all('*', (context) =>
    context.json(
      {
        error: {
          type: 'invalid_request_error',
          message: `The HajiQ sandbox has no ${context.req.method} ${context.req.path}`,
        },
      },
      501,
    ),
  );

  api.onError((error, context) => {
    const known = error instanceof UnexpectedState ? toUnexpectedState(error, false) : error;
    if (!(known instanceof StripeApiError)) throw known;
    return context.json({ error: known.body }, known.status);
  });

  return api;
}
