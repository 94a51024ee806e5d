import type { StripeElementStyle } from '@stripe/stripe-js';
import { addRule, clearRules, declare } from '../frame/merchantSheet.ts';

/** As strong as `.Field:focus`, so that a wrong field in focus still looks wrong. */
const fieldOfVariant: Record<keyof StripeElementStyle, string> = {
  base: '.Field',
  complete: '.Field.Field--complete',
  empty: '.Field.Field--empty',
  invalid: '.Field.Field--invalid',
};

const cardOfVariant: Record<keyof StripeElementStyle, string> = {
  base: '.Card',
  complete: '.Card.Card--complete',
  empty: '.Card.Card--empty',
  invalid: '.Card.Card--invalid',
};

const defaultInvalid = { color: '#eb1c26', iconColor: '#eb1c26' };
const variants = ['base', 'complete', 'empty', 'invalid'] as const;

function declareIconColor(selector: string, iconColor: string | undefined): void {
  if (iconColor !== undefined) addRule(`${selector} .Card-icon`)?.setProperty('--icon-color', iconColor);
}

/** Puts the merchant's `style` option in force, in place of the one before. */
export function applyStyle(style: StripeElementStyle): void {
  clearRules();
  for (const variant of variants) {
    const given = style[variant] ?? {};
    const { iconColor, ...properties } = variant === 'invalid' ? { ...defaultInvalid, ...given } : given;
    const field = fieldOfVariant[variant];
    const card = cardOfVariant[variant];
    declare(field, properties);
    declareIconColor(card, iconColor);
    for (const [name, nested] of Object.entries(properties)) {
      if (typeof nested !== 'object') continue;
      declare(`${field}${name}`, nested);
      if (name === ':focus') declareIconColor(`${card}:focus-within`, nested.iconColor);
      if (name === ':hover') declareIconColor(`${card}:hover`, nested.iconColor);
    }
  }
}
