import { isRecord } from '../../protocol/isRecord.ts';
import { toMoney, type Money } from '../../protocol/money.ts';
import { isPaymentStatus, isSettled, type PaymentStatus } from '../../protocol/paymentStatus.ts';
import { answerFault, answerJson, answerPayment, answerSettled, answerStatus, hasSeen } from './answers.ts';
import type { BackendFault, BackendRequest, BackendScript } from './BackendScript.ts';
import { inTurn } from './inTurn.ts';
import { paymentBook, type Entry } from './paymentBook.ts';

/** The order of a test that names none. */
const DEFAULT_ORDER_ID = 'ORDER-1';

type Price = NonNullable<BackendScript['price']>;

const toPriceOf = (price: Price) => (typeof price === 'function' ? price : () => price);

function answerBackendFault(fault: BackendFault): Response {
  if (fault === 'unreachable') throw new TypeError('Failed to fetch');
  return answerFault(fault.fails, fault.retryAfterSeconds);
}

/** Answers the calls of the protocol as the script says. @throws When one of its lists has no step. */
export function scriptedAnswers({
  price = { amount: 5000, currency: 'USD' },
  donation,
  payments = ['payment'],
  statuses = ['succeeded'],
  isPolled = false,
  isOfTheGuide = false,
}: BackendScript) {
  const book = paymentBook(statuses);
  const paymentTurns = inTurn(payments, 'payments');
  let priceOf = toPriceOf(price);
  let latestOrderId = DEFAULT_ORDER_ID;

  /** Finds what is to be paid: the order's price, or what a donor gives. */
  function findMoney(orderId: string, asked: Record<string, unknown>): Money | 'out of bounds' | undefined {
    if (donation === undefined || asked.amount === undefined) return priceOf(orderId);
    const money = toMoney(asked);
    const isWithin = money !== undefined && money.amount >= donation.min && money.amount <= donation.max;
    return isWithin && donation.currencies.includes(money.currency) ? money : 'out of bounds';
  }

  function givePayment({ body }: BackendRequest): Response {
    const turn = paymentTurns.take();
    if (turn !== 'payment') return answerBackendFault(turn);
    if (!isRecord(body)) return answerFault('invalid_body');
    const { orderId } = body;
    if (typeof orderId !== 'string' || orderId === '') return answerFault('invalid_order_id');
    const money = findMoney(orderId, body);
    if (money === undefined) return answerFault('order_not_found');
    if (money === 'out of bounds') return answerFault('donation_out_of_bounds');
    latestOrderId = orderId;
    const known = book.of(orderId);
    if (known !== undefined && isSettled(known.payment.status)) return answerSettled(known.payment);
    const { entry, isNew } = book.at(orderId, money);
    return answerPayment(entry.payment, isNew, isOfTheGuide);
  }

  /** How long a request waits for news, in seconds. */
  function toWait({ headers }: BackendRequest, { payment, statuses: turns }: Entry): number {
    const isWorthWaiting = hasSeen(payment, headers) && !turns.hasMore() && !isSettled(payment.status);
    const seconds = /\bwait=(\d+)/.exec(headers.get('prefer') ?? '')?.[1];
    return isPolled || !isWorthWaiting ? 0 : Number(seconds ?? 0);
  }

  async function tellStatus(request: BackendRequest, signal: AbortSignal | undefined): Promise<Response> {
    const entry = book.byId(decodeURIComponent(request.url.pathname.split('/').at(-1) ?? ''));
    const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    if (entry === undefined || token !== entry.payment.statusToken) return answerFault('unauthorized');
    const wait = toWait(request, entry);
    if (wait > 0) await book.awaitChange(wait, signal);
    const turn = entry.statuses.take();
    if (!isPaymentStatus(turn)) return answerBackendFault(turn);
    book.setStatus(entry, turn);
    return answerStatus(entry.payment, hasSeen(entry.payment, request.headers), wait > 0);
  }

  return {
    async answer(request: BackendRequest, signal: AbortSignal | undefined): Promise<Response> {
      switch (request.call) {
        case 'POST /payments':
          return givePayment(request);
        case 'GET /payments/{paymentId}':
          return tellStatus(request, signal);
        case 'GET /donation':
          return donation === undefined ? answerFault('donations_not_taken') : answerJson(200, donation);
        case 'unknown':
          return answerFault('route_not_found');
      }
    },

    report(status: PaymentStatus, orderId: string = latestOrderId): void {
      const money = priceOf(orderId) ?? { amount: donation?.min ?? 5000, currency: 'USD' as const };
      const entry = book.of(orderId) ?? book.at(orderId, money).entry;
      entry.statuses.stayAt(status);
      book.setStatus(entry, status);
    },

    setPrice(changed: Price): void {
      priceOf = toPriceOf(changed);
    },
  };
}
