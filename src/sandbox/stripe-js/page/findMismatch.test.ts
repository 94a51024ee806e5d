import { expect, it } from 'vitest';
import { findMismatch } from './findMismatch.ts';

const expected = { mode: 'payment', amount: 5000, currency: 'usd' } as const;

it('finds none where the intent is what the group was told', () =>
  expect(findMismatch(expected, { amount: 5000, currency: 'usd' })).toBeUndefined());

it.each([
  [{ amount: 100, currency: 'usd' }, 'amount (100)'],
  [{ amount: 5000, currency: 'eur' }, 'currency (eur)'],
])('finds %j to be another payment', (intent, message) =>
  expect(findMismatch(expected, intent)).toMatchObject({
    type: 'invalid_request_error',
    message: expect.stringContaining(message),
  }),
);
