import { describe, expect, it } from 'vitest';
import { parseCardOptions, parseCardUpdate } from './cardOptions.ts';

describe('parseCardOptions', () => {
  it('takes every option of the Card Element', () => {
    const options = {
      classes: { base: 'a', focus: 'b' },
      style: {
        base: { color: '#111', fontWeight: 500, '::placeholder': { color: '#999' } },
        invalid: { iconColor: 'red' },
      },
      value: { postalCode: '94107' },
      hidePostalCode: true,
      iconStyle: 'solid',
      hideIcon: false,
      disabled: false,
      disableLink: true,
      preferredNetwork: ['cartes_bancaires'],
    };
    expect(parseCardOptions(options)).toEqual(options);
  });

  it('leaves out what is undefined', () => expect(parseCardOptions({ style: undefined })).toEqual({}));

  it.each([
    [{ showIcon: true }, 'showIcon'],
    [{ style: { base: { border: '0' } } }, 'style.base.border'],
    [{ style: { base: { textAlign: 'center' } } }, 'style.base.textAlign'],
    [{ style: { base: { '::before': {} } } }, '::before'],
    [{ style: { normal: {} } }, 'style.normal'],
    [{ style: { base: { ':focus': { ':hover': {} } } } }, ':hover'],
    [{ style: { base: { fontSize: 16 } } }, 'style.base.fontSize'],
    [{ hidePostalCode: 'yes' }, 'hidePostalCode'],
    [{ value: { number: '4242' } }, 'value.number'],
    [{ classes: { hover: 'a' } }, 'classes.hover'],
    [{ iconStyle: 'line' }, 'iconStyle'],
  ])('refuses %j and names it', (options, name) => {
    expect(() => parseCardOptions(options)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => parseCardOptions(options)).toThrow(name);
  });
});

describe('parseCardUpdate', () => {
  it('refuses what is fixed when the element is made', () =>
    expect(() => parseCardUpdate({ disableLink: true })).toThrow('disableLink'));
});
