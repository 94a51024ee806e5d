// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { applyAppearance } from './applyAppearance.ts';

const root = document.documentElement;

it('puts a theme and variables in force, in place of those before', () => {
  applyAppearance({ theme: 'night', variables: { colorPrimary: '#0a7c5a' }, disableAnimations: true });
  expect(root.dataset).toMatchObject({ theme: 'night', animations: 'none' });
  expect(root.style.getPropertyValue('--colorPrimary')).toBe('#0a7c5a');

  applyAppearance({ variables: { borderRadius: '0' } });
  expect(root.dataset).toMatchObject({ theme: 'stripe', animations: 'auto' });
  expect(root.style.getPropertyValue('--colorPrimary')).toBe('');
  expect(root.style.getPropertyValue('--borderRadius')).toBe('0');
});

it('takes a variable by its old name, too', () => {
  applyAppearance({ variables: { spacingGridRow: '20px' } });
  expect(root.style.getPropertyValue('--gridRowSpacing')).toBe('20px');
});
