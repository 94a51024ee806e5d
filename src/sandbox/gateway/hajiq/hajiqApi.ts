import { Hono } from 'hono';
import { ApiError, statusOfCode } from './ApiError.ts';
import { parseNewPayment } from './parseNewPayment.ts';
import { parseNewRefund } from './parseNewRefund.ts';
import type { PaymentLedger } from '../paymentLedger.ts';
import { UnexpectedState } from '../UnexpectedState.ts';
import type { SandboxPayment } from '../SandboxPayment.ts';
import { toHajiqObject } from '../toHajiqObject.ts';
import { toRefundObject } from './toRefundObject.ts';

/** Checks the key in either of the guide's two headers. */
function authenticate(headers: Headers, apiKey: string): void {
  const given = headers.get('x-api-key') ?? /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (given === undefined) throw new ApiError('MISSING_API_KEY', 'No API key provided');
  if (given === apiKey) return;
  throw new ApiError(
    'INVALID_API_KEY',
    given.startsWith('hqp_live_') ? 'This is the sandbox: it takes no live key' : 'API key is wrong',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('VALIDATION_ERROR', 'The body is not JSON');
  }
}

function toApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  if (!(error instanceof UnexpectedState)) throw error;
  return new ApiError('PAYMENT_CANNOT_BE_CANCELLED', `The payment is ${error.payment.status}`);
}

/**
 * HajiQ Pay's API: create an intent as its guide describes it and, as its error codes imply (an inference), read and
 * cancel one, refund it, and read the refund.
 */
export function hajiqApi(ledger: PaymentLedger, apiKey: string): Hono {
  const api = new Hono();

  api.use(async (context, next) => {
    authenticate(context.req.raw.headers, apiKey);
    await next();
  });

  function findPayment(id: string): SandboxPayment {
    const payment = ledger.byId(id);
    if (payment === undefined) throw new ApiError('PAYMENT_NOT_FOUND', "Payment doesn't exist");
    return payment;
  }

  api.post('/payment-intents', async (context) => {
    const payment = ledger.create(parseNewPayment(parseJson(await context.req.text())));
    return context.json(
      { success: true, data: { ...toHajiqObject(payment), clientSecret: payment.clientSecret } },
      201,
    );
  });

  api.get('/payment-intents/:id', (context) =>
    context.json({ success: true, data: toHajiqObject(findPayment(context.req.param('id'))) }),
  );

  api.post('/payment-intents/:id/cancel', (context) => {
    const payment = findPayment(context.req.param('id'));
    ledger.cancel(payment);
    return context.json({ success: true, data: toHajiqObject(payment) });
  });

  api.post('/payment-intents/:id/refunds', async (context) => {
    const payment = findPayment(context.req.param('id'));
    const text = await context.req.text();
    const input = parseNewRefund(text === '' ? {} : parseJson(text), payment);
    return context.json({ success: true, data: toRefundObject(ledger.refund(payment, input), payment) }, 201);
  });

  api.get('/refunds/:id', (context) => {
    const found = ledger.refundById(context.req.param('id'));
    if (found === undefined) throw new ApiError('REFUND_NOT_FOUND', "Refund doesn't exist");
    return context.json({ success: true, data: toRefundObject(found.refund, found.payment) });
  });

  api.all('*', (context) =>
    context.json(
      {
        success: false,
        error: {
          code: 'NOT_IN_SANDBOX',
          message: `The sandbox has no ${context.req.method} ${context.req.path}`,
        },
      },
      501,
    ),
  );

  api.onError((error, context) => {
    const { code, message } = toApiError(error);
    return context.json({ success: false, error: { code, message } }, statusOfCode[code]);
  });

  return api;
}
