import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { findCardFault } from '../cards/findCardFault.ts';
import { toOutcome } from '../cards/testCards.ts';
import type { SandboxClock } from '../clock/SandboxClock.ts';
import type { PaymentLedger } from '../paymentLedger.ts';
import { isClosed, type SandboxPayment } from '../SandboxPayment.ts';
import { UnexpectedState } from '../UnexpectedState.ts';
import { authenticate } from './authenticate.ts';
import { parseConfirmation } from './parseConfirmation.ts';
import { randomId } from './randomId.ts';
import { refuse, StripeApiError } from './StripeApiError.ts';
import { toDeclineError, toDocUrl, toStripeObject, type StripeErrorObject } from './toStripeObject.ts';

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

/** What every error of Stripe's has in common: where it is explained, and where it is logged. */
function toErrorBody(error: StripeErrorObject, requestId: string): { error: StripeErrorObject } {
  return {
    error: {
      ...error,
      ...(error.code !== undefined && { doc_url: toDocUrl(error.code) }),
      request_log_url: `https://dashboard.stripe.com/acct_sandbox/test/workbench/logs?object=${requestId}`,
    },
  };
}

/** Stripe's API as Stripe.js uses it from a browser: confirm an intent, read it, and (ours) end a 3-D Secure test. */
export function stripeApi(ledger: PaymentLedger, publishableKey: string, clock: SandboxClock): Hono {
  const api = new Hono();

  // Stripe answers pages of every origin; the publishable key and the client secret are what counts.
  api.use(
    cors({
      origin: '*',
      allowHeaders: ['Authorization', 'Content-Type'],
      allowMethods: ['GET', 'POST'],
      exposeHeaders: ['Request-Id'],
    }),
  );

  api.use(async (context, next) => {
    context.header('Request-Id', `req_${randomId(14)}`);
    authenticate(context.req.raw.headers, publishableKey);
    await next();
  });

  function findIntent(intentId: string, clientSecret: string | undefined): SandboxPayment {
    const payment = ledger.byIntentId(intentId);
    if (payment === undefined) {
      return refuse(404, `No such payment_intent: '${intentId}'`, {
        code: 'resource_missing',
        param: 'intent',
      });
    }
    if (payment.clientSecret === clientSecret) return payment;
    return refuse(
      400,
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      { code: 'payment_intent_invalid_parameter' },
    );
  }

  const readForm = async (request: Request) => new URLSearchParams(await request.text());

  api.get('/payment_intents/:intentId', (context) => {
    const payment = findIntent(context.req.param('intentId'), context.req.query('client_secret'));
    return context.json(toStripeObject(payment));
  });

  api.post('/payment_intents/:intentId/confirm', async (context) => {
    const form = await readForm(context.req.raw);
    const card = parseConfirmation(form);
    const payment = findIntent(context.req.param('intentId'), form.get('client_secret') ?? undefined);
    if (isClosed(payment)) throw toUnexpectedState(new UnexpectedState(payment), true);
    const fault = findCardFault(card, new Date(clock.now()));
    if (fault !== undefined) throw new StripeApiError(402, { type: 'card_error', ...fault });
    const outcome = toOutcome(card);
    if (outcome.result === 'refused') {
      return refuse(501, `The HajiQ sandbox cannot do what this card does: it ${outcome.why}.`, {
        code: 'not_in_sandbox',
        param: 'payment_method_data[card][number]',
      });
    }
    ledger.confirm(payment, card, outcome);
    if (payment.intentState === 'requires_payment_method' && payment.lastError !== undefined)
      throw new StripeApiError(402, toDeclineError(payment, payment.lastError));
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

  api.all('*', ({ req }) => refuse(501, `The HajiQ sandbox has no ${req.method} ${req.path}`));

  api.onError((error, context) => {
    const known = error instanceof UnexpectedState ? toUnexpectedState(error, false) : error;
    if (!(known instanceof StripeApiError)) throw known;
    const requestId = context.res.headers.get('Request-Id') ?? `req_${randomId(14)}`;
    return context.json(toErrorBody(known.body, requestId), known.status);
  });

  return api;
}
