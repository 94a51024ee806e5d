import type { Appearance } from '@stripe/stripe-js';
import { readColor } from '../useFrameLook.ts';

/** Reads from the page how the Payment Element and the wallets' buttons have to look. */
export function toAppearance(frame: Element): Appearance {
  const { fontFamily, fontSize, borderRadius, colorScheme } = getComputedStyle(frame);
  const color = (name: string) => readColor(frame, `--hajiq-frame-${name}`);
  const isDark = colorScheme === 'dark' || (colorScheme !== 'light' && prefersDark(colorScheme));
  const field = color('field');
  return {
    theme: isDark ? 'night' : 'stripe',
    variables: {
      fontFamily,
      fontSizeBase: fontSize,
      borderRadius,
      colorPrimary: color('primary'),
      colorBackground: color('surface'),
      colorText: color('text'),
      colorTextSecondary: color('muted'),
      colorTextPlaceholder: color('muted'),
      colorDanger: color('danger'),
    },
    rules: {
      '.Input': { borderColor: field, boxShadow: 'none' },
      '.Input:focus': { borderColor: color('primary') },
      '.Label': { fontWeight: '550' },
    },
  };
}

/** Tells whether a page that leaves the scheme to the customer is dark now. */
function prefersDark(colorScheme: string): boolean {
  return colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
}
