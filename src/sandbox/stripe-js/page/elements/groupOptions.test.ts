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

  it('takes the options a Card Element takes no heed of', () =>
    expect(parseGroupOptions({ appearance: {}, loader: 'auto', clientSecret: 'pi_1_secret_2' })).toEqual({}));

  it('passes over options that are undefined', () =>
    expect(parseGroupOptions({ mode: undefined })).toEqual({}));

  it.each([{ mode: 'payment' }, { amount: 100 }, { allowedPaymentMethodTypes: ['card'] }])(
    'refuses %j, which belongs to the Payment Element',
    (options) => expect(() => parseGroupOptions(options)).toThrow('HajiQ sandbox stand-in'),
  );

  it('refuses a language Stripe has not', () =>
    expect(() => parseGroupOptions({ locale: 'ur' })).toThrow('"ur"'));

  it('refuses a font without a source', () =>
    expect(() => parseGroupOptions({ fonts: [{ family: 'A' }] })).toThrow('Invalid value for fonts'));
});

describe('parseGroupUpdate', () => {
  it('refuses to change the client secret', () =>
    expect(() => parseGroupUpdate({ clientSecret: 'pi_1_secret_2' })).toThrow('clientSecret'));
});
