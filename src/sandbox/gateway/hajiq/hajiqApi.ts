import { Hono } from 'hono';
import type { SandboxClock } from '../clock/SandboxClock.ts';
import { assertScope, type KeyRing } from '../keys/keyRing.ts';
import type { KeyScope, SandboxKey } from '../keys/SandboxKey.ts';
import type { KnobBoard } from '../knobs/knobBoard.ts';
import type { PaymentLedger } from '../paymentLedger.ts';
import type { SandboxPayment } from '../SandboxPayment.ts';
import { toHajiqObject } from '../toHajiqObject.ts';
import { UnexpectedState } from '../UnexpectedState.ts';
import { ApiError, statusOfCode } from './ApiError.ts';
import { parseNewPayment } from './parseNewPayment.ts';
import { parseNewRefund } from './parseNewRefund.ts';
import { rateLimiter } from './rateLimiter.ts';
import { toRefundObject } from './toRefundObject.ts';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('VALIDATION_ERROR', 'The body is not JSON');
  }
}

function toApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof UnexpectedState)
    return new ApiError('PAYMENT_CANNOT_BE_CANCELLED', `The payment is ${error.payment.status}`);
  console.error('hajiq-sandbox: a fault of the sandbox', error);
  return new ApiError('INTERNAL_ERROR', 'Something went wrong in the sandbox: its log says what');
}

/**
 * HajiQ Pay's API: create an intent as its guide describes it and, as its error codes imply (an inference), read and
 * cancel one, refund it, and read the refund.
 */
export function hajiqApi({
  ledger,
  keys,
  knobs,
  clock,
}: {
  ledger: PaymentLedger;
  keys: KeyRing;
  knobs: KnobBoard;
  clock: SandboxClock;
}): Hono<{ Variables: { key: SandboxKey } }> {
  const api = new Hono<{ Variables: { key: SandboxKey } }>();
  const limiter = rateLimiter(clock);

  api.use(async (context, next) => {
    const key = keys.admit(context.req.raw.headers);
    const { rateLimit, rateWindow } = knobs.read();
    limiter.count(key.key, { requests: rateLimit, windowMs: rateWindow });
    if (knobs.takeFailure())
      throw new ApiError('INTERNAL_ERROR', 'Something went wrong on our end (the knob failNext)');
    context.set('key', key);
    await next();
  });

  function findPayment(id: string): SandboxPayment {
    const payment = ledger.byId(id);
    if (payment === undefined) throw new ApiError('PAYMENT_NOT_FOUND', "Payment doesn't exist");
    return payment;
  }

  const needs =
    (scope: KeyScope) =>
    async ({ get }: { get: (name: 'key') => SandboxKey }, next: () => Promise<void>) => {
      assertScope(get('key'), scope);
      await next();
    };

  api.post('/payment-intents', needs('payments:write'), async (context) => {
    const payment = ledger.create(parseNewPayment(parseJson(await context.req.text())));
    return context.json(
      { success: true, data: { ...toHajiqObject(payment), clientSecret: payment.clientSecret } },
      201,
    );
  });

  api.get('/payment-intents/:id', needs('payments:read'), (context) =>
    context.json({ success: true, data: toHajiqObject(findPayment(context.req.param('id'))) }),
  );

  api.post('/payment-intents/:id/cancel', needs('payments:write'), (context) => {
    const payment = findPayment(context.req.param('id'));
    ledger.cancel(payment);
    return context.json({ success: true, data: toHajiqObject(payment) });
  });

  api.post('/payment-intents/:id/refunds', needs('refunds:write'), async (context) => {
    const payment = findPayment(context.req.param('id'));
    const text = await context.req.text();
    const input = parseNewRefund(text === '' ? {} : parseJson(text), payment);
    return context.json({ success: true, data: toRefundObject(ledger.refund(payment, input), payment) }, 201);
  });

  api.get('/refunds/:id', needs('refunds:read'), (context) => {
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
    const { code, message, retryAfterMs } = toApiError(error);
    if (retryAfterMs !== undefined) context.header('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
    return context.json({ success: false, error: { code, message } }, statusOfCode[code]);
  });

  return api;
}
