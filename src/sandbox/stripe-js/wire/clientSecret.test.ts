import { describe, expect, it } from 'vitest';
import { parseClientSecret } from './clientSecret.ts';

const parse = (secret: unknown) => parseClientSecret(secret, 'stripe.confirmCardPayment');

describe('parseClientSecret', () => {
  it('finds the id in a client secret', () =>
    expect(parse('pi_3Abc_secret_9xYz')).toEqual({
      paymentIntentId: 'pi_3Abc',
      clientSecret: 'pi_3Abc_secret_9xYz',
    }));

  it.each([
    undefined,
    null,
    42,
    '',
    'pi_3Abc',
    'seti_1_secret_2',
    'pi_1_secret_',
    'pi_1_secret_2/../x',
    ' pi_1_secret_2',
  ])('refuses %j', (secret) =>
    expect(() => parse(secret)).toThrow('stripe.confirmCardPayment intent secret'),
  );

  it('does not repeat what it was given', () => expect(() => parse('sk_live_1')).not.toThrow('sk_live_1'));
});
