import { RequestError } from '../errors/RequestError.ts';
import { toCurrency, type Currency } from '../protocol/currency.ts';
import { isRecord } from '../protocol/isRecord.ts';
import { isAmount } from '../protocol/money.ts';
import { askBackend, toRequestError } from './askBackend.ts';
import type { Backend } from './Backend.ts';

/** Within which bounds the merchant's backend takes an amount of the donor's, in minor units of any of its currencies. */
export interface DonationBounds {
  min: number;
  max: number;
  currencies: readonly [Currency, ...Currency[]];
}

function parseBounds(answer: unknown): DonationBounds | undefined {
  if (!isRecord(answer) || !isAmount(answer.min) || !isAmount(answer.max)) return undefined;
  const currencies = Array.isArray(answer.currencies) ? answer.currencies.map(toCurrency) : [];
  const [first, ...others] = currencies.filter((currency) => currency !== undefined);
  if (first === undefined) return undefined;
  return { min: answer.min, max: answer.max, currencies: [first, ...others] };
}

/**
 * Asks the merchant's backend within which bounds a donor may name the amount.
 *
 * @throws {RequestError} When the backend cannot be reached, takes no donations, or answers something else.
 */
export async function readDonationBounds(backend: Backend): Promise<DonationBounds> {
  const answer = await askBackend(backend, '/donation', {});
  if (answer.status !== 200) throw toRequestError(answer);
  const bounds = parseBounds(answer.body);
  if (bounds !== undefined) return bounds;
  const detail = 'The answer to GET /donation holds no bounds.';
  throw new RequestError('backend_answer_invalid', { detail });
}
