import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { toCurrency } from '../../protocol/currency.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { isAmount } from '../../protocol/money.ts';
import type { NewPayment, PaymentLedger } from './paymentLedger.ts';
import { toHajiqObject } from './toHajiqObject.ts';

/** The guide's error codes that this gateway answers with, and their HTTP status. */
const statusOfCode = {
  MISSING_API_KEY: 401,
  INVALID_API_KEY: 401,
  VALIDATION_ERROR: 400,
  INVALID_AMOUNT: 400,
  UNSUPPORTED_CURRENCY: 400,
  PAYMENT_NOT_FOUND: 404,
} as const satisfies Record<string, ContentfulStatusCode>;

class ApiError extends Error {
  readonly code: keyof typeof statusOfCode;
  constructor(code: keyof typeof statusOfCode, message: string) {
    super(message);
    this.code = code;
  }
}

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

const optionalTexts = ['externalReferenceId', 'customerEmail', 'customerName', 'description'] as const;

function parseNewPayment(body: unknown): NewPayment {
  if (!isRecord(body)) throw new ApiError('VALIDATION_ERROR', 'The body has to be a JSON object');
  const { amount } = body;
  if (amount === undefined || body.currency === undefined) {
    throw new ApiError('VALIDATION_ERROR', 'amount and currency are required');
  }
  if (!isAmount(amount)) {
    throw new ApiError('INVALID_AMOUNT', 'amount has to be an integer in cents from 100 to 10000000');
  }
  const currency = toCurrency(body.currency);
  if (currency === undefined)
    throw new ApiError('UNSUPPORTED_CURRENCY', 'currency has to be usd, gbp, eur, aed or sar');
  const payment: NewPayment = { amount, currency };
  for (const field of optionalTexts) {
    const value = body[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new ApiError('VALIDATION_ERROR', `${field} has to be a string`);
    payment[field] = value;
  }
  return payment;
}

/** HajiQ Pay's API as its guide describes it: create an intent, and (an inference) read one. */
export function hajiqApi(ledger: PaymentLedger, apiKey: string): Hono {
  const api = new Hono();

  api.use(async (context, next) => {
    authenticate(context.req.raw.headers, apiKey);
    await next();
  });

  api.post('/payment-intents', async (context) => {
    const body: unknown = await context.req.json().catch(() => {
      throw new ApiError('VALIDATION_ERROR', 'The body is not JSON');
    });
    const payment = ledger.create(parseNewPayment(body));
    return context.json(
      { success: true, data: { ...toHajiqObject(payment), clientSecret: payment.clientSecret } },
      201,
    );
  });

  api.get('/payment-intents/:id', (context) => {
    const payment = ledger.byId(context.req.param('id'));
    if (payment === undefined) throw new ApiError('PAYMENT_NOT_FOUND', "Payment doesn't exist");
    return context.json({ success: true, data: toHajiqObject(payment) });
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
    if (!(error instanceof ApiError)) throw error;
    return context.json(
      { success: false, error: { code: error.code, message: error.message } },
      statusOfCode[error.code],
    );
  });

  return api;
}
