import { describe, expect, it } from 'vitest';
import { parseAppearance } from './appearance.ts';

describe('parseAppearance', () => {
  it('takes a theme, variables and rules', () => {
    const appearance = {
      theme: 'night',
      variables: { colorPrimary: '#0a7', fontSizeBase: '15px', tabSpacing: '8px' },
      rules: {
        '.Input': { borderColor: 'var(--colorPrimary)', padding: '10px' },
        '.Input:focus': { boxShadow: 'none', outlineOffset: '2px' },
        '.Input--invalid': { color: 'red' },
        '.Label, .Tab--selected:hover': { textTransform: 'uppercase' },
        '.Input::placeholder': { color: 'grey', WebkitFontSmoothing: 'auto' },
      },
      labels: 'above',
      inputs: 'spaced',
      disableAnimations: true,
    };
    expect(parseAppearance(appearance)).toEqual(appearance);
  });

  it('takes none', () => expect(parseAppearance(undefined)).toEqual({}));

  it.each([
    [{ theme: 'minimal' }, 'appearance.theme'],
    [{ style: {} }, 'appearance.style'],
    [{ variables: { colorPimary: 'red' } }, 'colorPimary'],
    [{ variables: { colorPrimary: 7 } }, 'appearance.variables.colorPrimary'],
    [{ rules: { input: { color: 'red' } } }, 'appearance.rules["input"]'],
    [{ rules: { '.Input .Label': { color: 'red' } } }, '.Input .Label'],
    [{ rules: { '.p-Input': { color: 'red' } } }, '.p-Input'],
    [{ rules: { '.Input{}': { color: 'red' } } }, '.Input{}'],
    [{ rules: { '.Input': { display: 'none' } } }, 'display'],
    [{ rules: { '.Input': { backgroundImage: 'url(x)' } } }, 'backgroundImage'],
    [{ rules: { '.Input': { padding: 10 } } }, 'padding'],
    [{ labels: 'floating' }, 'floating'],
    [{ inputs: 'condensed' }, 'condensed'],
  ])('refuses %j and names it', (appearance, name) => {
    expect(() => parseAppearance(appearance)).toThrow(expect.objectContaining({ name: 'IntegrationError' }));
    expect(() => parseAppearance(appearance)).toThrow(name);
  });
});
