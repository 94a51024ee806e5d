import { describe, expect, it } from 'vitest';
import { parseGroupOptions, parseGroupUpdate } from './groupOptions.ts';

describe('parseGroupOptions', () => {
  it('takes no options', () => expect(parseGroupOptions(undefined)).toEqual({}));

  it('takes a locale and fonts', () =>
    expect(
      parseGroupOptions({
        locale: 'ar',
        fonts: [{ cssSrc: 'https://fonts.example/a.css' }, { family: 'A', src: 'url(a)' }],
      }),
    ).toEqual({
      locale: 'ar',
      fonts: [{ cssSrc: 'https://fonts.example/a.css' }, { family: 'A', src: 'url(a)' }],
    }));

  it('takes an appearance, a loader and what is to be paid', () =>
    expect(
      parseGroupOptions({ appearance: { theme: 'flat' }, loader: 'auto', clientSecret: 'pi_1_secret_2' }),
    ).toEqual({ appearance: { theme: 'flat' }, intent: { clientSecret: 'pi_1_secret_2' } }));

  it('passes over options that are undefined', () =>
    expect(parseGroupOptions({ mode: undefined, clientSecret: undefined })).toEqual({}));

  it.each([
    { customerSessionClientSecret: 'cuss_1' },
    { paymentMethodCreation: 'manual' },
    { setupFutureUsage: 'off_session' },
    { mode: 'payment', amount: 100, currency: 'usd', onBehalfOf: 'acct_1' },
  ])('refuses %j', (options) => expect(() => parseGroupOptions(options)).toThrow('HajiQ sandbox stand-in'));

  it('refuses a loader Stripe has not', () =>
    expect(() => parseGroupOptions({ loader: 'skeleton' })).toThrow('loader'));

  it('refuses a language Stripe has not', () =>
    expect(() => parseGroupOptions({ locale: 'ur' })).toThrow('"ur"'));

  it('refuses a font without a source', () =>
    expect(() => parseGroupOptions({ fonts: [{ family: 'A' }] })).toThrow('Invalid value for fonts'));
});

describe('parseGroupUpdate', () => {
  const deferred = { locale: 'en', intent: { mode: 'payment', amount: 100, currency: 'usd' } } as const;

  it('merges what is new into what is in force', () =>
    expect(parseGroupUpdate({ locale: 'en', appearance: {} }, { appearance: { theme: 'night' } })).toEqual({
      locale: 'en',
      appearance: { theme: 'night' },
    }));

  it('changes the amount of a payment whose intent is not made yet', () =>
    expect(parseGroupUpdate(deferred, { amount: 200 })).toEqual({
      locale: 'en',
      intent: { mode: 'payment', amount: 200, currency: 'usd' },
    }));

  it.each([[{}], [deferred]])('refuses to change the client secret of %j', (current) =>
    expect(() => parseGroupUpdate(current, { clientSecret: 'pi_1_secret_2' })).toThrow('clientSecret'),
  );

  it('refuses to change the amount of an intent that is there', () =>
    expect(() => parseGroupUpdate({ intent: { clientSecret: 'pi_1_secret_2' } }, { amount: 200 })).toThrow(
      'amount',
    ));
});
