import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, gatewayFixture, noNetwork, settle, success, type Answer } from './gateway.fixture.ts';
import type { GatewayClient } from './GatewayClient.ts';

const created = success({ clientSecret: 'pi_1_secret_1' });
const invalid = failure(400, 'VALIDATION_ERROR');

const create = ({ paymentIntents }: GatewayClient) =>
  settle(paymentIntents.create({ amount: 5000, currency: 'USD', externalReferenceId: 'ORDER-1' }));

/** Answers a key again as it answered it first, as a gateway does that honours it. */
function honouring(): Answer {
  const answered = new Map<string | null, unknown>();
  return ({ headers }) => {
    const key = headers.get('idempotency-key');
    const data = answered.get(key) ?? { clientSecret: `pi_${answered.size + 1}_secret_1` };
    answered.set(key, data);
    return Response.json({ success: true, data });
  };
}

const refusing: Answer = (request) => (request.headers.has('idempotency-key') ? invalid : created)(request);

const withKeys = (sent: { request: Request }[]) =>
  sent.map(({ request }) => request.headers.has('idempotency-key'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a gateway that', () => {
  it('ignores the key is asked once', async () => {
    const { gateway, sent } = gatewayFixture([created]);
    expect((await create(gateway)).outcome).toEqual({ clientSecret: 'pi_1_secret_1' });
    expect(withKeys(sent)).toEqual([true]);
  });

  it('honours the key makes one intent, though its first answer was lost', async () => {
    const answer = honouring();
    const lost: Answer = async (request) => {
      await answer(request);
      return noNetwork(request);
    };
    const { gateway, sent } = gatewayFixture([lost, answer]);
    expect((await create(gateway)).outcome).toEqual({ clientSecret: 'pi_1_secret_1' });
    // Another call has another key.
    expect((await create(gateway)).outcome).toEqual({ clientSecret: 'pi_2_secret_1' });
    expect(withKeys(sent)).toEqual([true, true, true]);
  });

  it('refuses the key is asked without it, and never with it again', async () => {
    const { gateway, sent } = gatewayFixture([refusing]);
    expect((await create(gateway)).outcome).toEqual({ clientSecret: 'pi_1_secret_1' });
    expect((await create(gateway)).outcome).toEqual({ clientSecret: 'pi_1_secret_1' });
    expect(withKeys(sent)).toEqual([true, false, false]);
    expect(await sent[1]?.request.json()).toEqual(await sent[0]?.request.json());
  });

  it('refuses the key of a refund is asked without it, for nothing was done', async () => {
    const { gateway, sent } = gatewayFixture([invalid, success({ id: 'r1' })]);
    expect((await settle(gateway.refunds.create({ paymentId: 'a1' }))).outcome).toEqual({ id: 'r1' });
    expect(withKeys(sent)).toEqual([true, false]);
  });

  it('refuses the call itself is sent keys further on', async () => {
    const { gateway, sent } = gatewayFixture([invalid, invalid, created]);
    expect((await create(gateway)).outcome).toMatchObject({ gatewayCode: 'VALIDATION_ERROR' });
    await create(gateway);
    expect(withKeys(sent)).toEqual([true, false, true]);
  });

  it.each(['INVALID_AMOUNT', 'UNSUPPORTED_CURRENCY'])('answers %s is not asked again', async (code) => {
    const { gateway, sent } = gatewayFixture([failure(400, code)]);
    expect((await create(gateway)).outcome).toMatchObject({ gatewayCode: code });
    expect(sent).toHaveLength(1);
  });
});
