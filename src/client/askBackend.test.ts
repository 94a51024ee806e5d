import { describe, expect, it } from 'vitest';
import { RequestError } from '../errors/RequestError.ts';
import { toRequestError } from './askBackend.ts';

const answer = (status: number, body: unknown, headers = {}) =>
  toRequestError({ status, headers: new Headers(headers), body });

describe('toRequestError', () => {
  it("keeps the backend's own code, words and status", () => {
    const error = answer(404, {
      error: { code: 'order_not_found', message: 'resolveOrder knows no such order.' },
    });
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ code: 'order_not_found', status: 404, retryable: false });
    expect(error.message).toBe('The backend answered 404. resolveOrder knows no such order.');
  });

  it('keeps a code that only the merchant knows', () => {
    expect(answer(409, { error: { code: 'basket_empty' } })).toMatchObject({
      code: 'basket_empty',
      status: 409,
    });
  });

  it.each([
    [500, 'internal_error', true],
    [429, 'rate_limited', true],
    [418, 'backend_answer_invalid', false],
  ] as const)('guesses from %i alone: %s', (status, code, retryable) => {
    expect(answer(status, { error: { code: 7 } })).toMatchObject({ code, status, retryable });
  });

  it('reads Retry-After in seconds', () => {
    expect(answer(503, undefined, { 'Retry-After': '7' }).retryAfterMs).toBe(7_000);
    expect(answer(503, undefined, { 'Retry-After': 'soon' }).retryAfterMs).toBeUndefined();
  });
});
