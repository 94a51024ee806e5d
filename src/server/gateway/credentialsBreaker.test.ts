import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, gatewayFixture, settle, success } from './gateway.fixture.ts';

const payment = { id: 'a1', status: 'pending', amount: 5000, currency: 'USD' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an API key that was refused', () => {
  it.each(['MISSING_API_KEY', 'INVALID_API_KEY', 'API_KEY_EXPIRED', 'API_KEY_REVOKED', 'NEW_CODE'])(
    'is not sent for 30 s, and then again: %s',
    async (code) => {
      const { gateway, sent } = gatewayFixture([failure(401, code), success(payment)]);
      const first = await settle(gateway.paymentIntents.retrieve('a1'));
      expect(first.outcome).toMatchObject({ gatewayCode: code, retryable: false });
      const others = [
        () => gateway.paymentIntents.cancel('a1'),
        () => gateway.refunds.create({ paymentId: 'a1' }),
        () => gateway.refunds.retrieve('r1'),
      ];
      for (const call of others) expect((await settle(call())).outcome).toBe(first.outcome);
      await vi.advanceTimersByTimeAsync(29_000);
      expect((await settle(gateway.paymentIntents.retrieve('a1'))).outcome).toBe(first.outcome);
      expect(sent).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await settle(gateway.paymentIntents.retrieve('a1'))).outcome).toEqual(payment);
      expect(sent).toHaveLength(2);
    },
  );

  it('is another client’s affair', async () => {
    const refused = gatewayFixture([failure(401, 'INVALID_API_KEY')]);
    await settle(refused.gateway.paymentIntents.retrieve('a1'));
    const other = gatewayFixture([success(payment)]);
    expect((await settle(other.gateway.paymentIntents.retrieve('a1'))).outcome).toEqual(payment);
  });

  it.each([
    [403, 'INSUFFICIENT_SCOPE'],
    [404, 'PAYMENT_NOT_FOUND'],
    [200, 'INVALID_API_KEY'],
  ])('is not what %i %s says', async (status, code) => {
    const { gateway, sent } = gatewayFixture([failure(status, code), success(payment)]);
    await settle(gateway.paymentIntents.retrieve('a1'));
    expect((await settle(gateway.paymentIntents.retrieve('a1'))).outcome).toEqual(payment);
    expect(sent).toHaveLength(2);
  });
});
