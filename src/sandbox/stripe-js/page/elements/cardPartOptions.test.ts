import { describe, expect, it } from 'vitest';
import { parsePartOptions, parsePartUpdate } from './cardPartOptions.ts';

const shared = {
  classes: { base: 'a' },
  style: { base: { color: '#111', textAlign: 'center' } },
  placeholder: 'Number',
  disabled: true,
};

describe('parsePartOptions', () => {
  it.each(['cardNumber', 'cardExpiry', 'cardCvc'] as const)('takes every option of %s', (part) =>
    expect(parsePartOptions(part, shared)).toEqual(shared),
  );

  it('takes the icon of the number alone', () => {
    const icon = { showIcon: true, iconStyle: 'solid', disableLink: true, preferredNetwork: ['visa'] };
    expect(parsePartOptions('cardNumber', icon)).toEqual(icon);
    expect(() => parsePartOptions('cardExpiry', { showIcon: true })).toThrow('showIcon');
    expect(() => parsePartOptions('cardCvc', { iconStyle: 'solid' })).toThrow('iconStyle');
  });

  it.each([
    [{ hidePostalCode: true }, 'hidePostalCode'],
    [{ placeholder: 7 }, 'placeholder'],
    [{ iconStyle: 'round' }, 'iconStyle'],
    [{ style: { base: { padding: '0' } } }, 'style.base.padding'],
  ])('refuses %j', (options, name) => expect(() => parsePartOptions('cardNumber', options)).toThrow(name));
});

describe('parsePartUpdate', () => {
  it('refuses what cannot change any more', () =>
    expect(() => parsePartUpdate('cardNumber', { disableLink: true })).toThrow('disableLink'));
});
