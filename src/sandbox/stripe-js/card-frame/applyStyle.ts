import type { StripeElementStyle } from '@stripe/stripe-js';

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
const merchantSheet = new CSSStyleSheet();
document.adoptedStyleSheets = [merchantSheet];

/** Adds an empty rule and gives its declarations, so that no value can end the rule and begin another. */
function addRule(selector: string): CSSStyleDeclaration | undefined {
  const index = merchantSheet.insertRule(`${selector}{}`, merchantSheet.cssRules.length);
  const rule = merchantSheet.cssRules[index];
  return rule instanceof CSSStyleRule ? rule.style : undefined;
}

function toPropertyNames(name: string): string[] {
  if (name === 'fontSmoothing') return ['-webkit-font-smoothing', '-moz-osx-font-smoothing'];
  return [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
}

function declare(selector: string, properties: object): void {
  const style = addRule(selector);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    for (const property of toPropertyNames(name)) style?.setProperty(property, String(value));
  }
}

function declareIconColor(selector: string, iconColor: string | undefined): void {
  if (iconColor !== undefined) addRule(`${selector} .Card-icon`)?.setProperty('--icon-color', iconColor);
}

/** Puts the merchant's `style` option in force, in place of the one before. */
export function applyStyle(style: StripeElementStyle): void {
  merchantSheet.replaceSync('');
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
