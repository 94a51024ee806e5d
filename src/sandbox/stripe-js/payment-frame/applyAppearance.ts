import type { Appearance } from '@stripe/stripe-js';
import { clearRules, declare } from '../frame/merchantSheet.ts';
import { toFrameSelector } from './toFrameSelector.ts';

/** Old names of variables, which Stripe still takes. */
const currentNames: Readonly<Record<string, string>> = {
  spacingGridRow: 'gridRowSpacing',
  spacingGridColumn: 'gridColumnSpacing',
  colorIcon: 'iconColor',
  colorIconCardCvc: 'iconCardCvcColor',
  colorIconCardCvcError: 'iconCardCvcErrorColor',
  colorIconChevronDown: 'iconChevronDownColor',
  colorIconChevronDownHover: 'iconChevronDownHoverColor',
};

/** Puts the merchant's `appearance` in force, in place of the one before: variables are CSS's own, `--colorPrimary`. */
export function applyAppearance({
  theme = 'stripe',
  variables = {},
  rules = {},
  disableAnimations = false,
}: Appearance): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dataset.animations = disableAnimations ? 'none' : 'auto';
  root.removeAttribute('style');
  for (const [name, value] of Object.entries(variables)) {
    root.style.setProperty(`--${currentNames[name] ?? name}`, value);
  }
  clearRules();
  for (const [selector, properties] of Object.entries(rules)) declare(toFrameSelector(selector), properties);
}
