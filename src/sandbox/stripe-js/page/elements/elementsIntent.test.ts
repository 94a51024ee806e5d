import { describe, expect, it } from 'vitest';
import { isDeferred, parseElementsIntent } from './elementsIntent.ts';

const deferred = { mode: 'payment', amount: 5000, currency: 'usd' };

describe('parseElementsIntent', () => {
  it('takes a client secret', () =>
    expect(parseElementsIntent({ clientSecret: 'pi_1_secret_2' })).toEqual({
      clientSecret: 'pi_1_secret_2',
    }));

  it('takes a payment whose intent is not made yet', () =>
    expect(
      parseElementsIntent({
        ...deferred,
        captureMethod: 'automatic',
        allowedPaymentMethodTypes: ['card', 'link'],
      }),
    ).toEqual(deferred));

  it('takes neither, which is enough for a Card Element', () =>
    expect(parseElementsIntent({ locale: 'ar' })).toBeUndefined());

  it.each([
    [{ ...deferred, clientSecret: 'pi_1_secret_2' }, 'exclude each other'],
    [{ clientSecret: 'pi_1_secret_2', amount: 100 }, '`amount` goes with `mode` only'],
    [{ clientSecret: 'pi_1' }, 'elements() intent secret'],
    [{ clientSecret: null }, 'elements() intent secret'],
    [{ amount: 100, currency: 'usd' }, 'mode'],
    [{ ...deferred, mode: 'setup' }, 'single payments only'],
    [{ ...deferred, amount: 50.5 }, 'amount'],
    [{ ...deferred, amount: 0 }, 'amount'],
    [{ ...deferred, amount: '5000' }, 'amount'],
    [{ ...deferred, currency: 'USD' }, 'currency'],
    [{ ...deferred, currency: undefined }, 'currency'],
    [{ ...deferred, captureMethod: 'manual' }, 'charges at once'],
    [{ ...deferred, paymentMethodTypes: ['card'] }, 'no longer supported'],
    [{ ...deferred, allowedPaymentMethodTypes: ['link'] }, 'only payment method'],
    [{ ...deferred, excludedPaymentMethodTypes: ['card'] }, 'only payment method'],
    [{ ...deferred, allowedPaymentMethodTypes: 'card' }, 'array of strings'],
  ])('refuses %j', (options, message) => {
    expect(() => parseElementsIntent(options)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => parseElementsIntent(options)).toThrow(message);
  });
});

describe('isDeferred', () => {
  it('tells the two apart', () => {
    expect(isDeferred(parseElementsIntent(deferred))).toBe(true);
    expect(isDeferred({ clientSecret: 'pi_1_secret_2' })).toBe(false);
    expect(isDeferred(undefined)).toBe(false);
  });
});
