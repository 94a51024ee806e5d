import type { StripeElementStyle } from '@stripe/stripe-js';
import { readColor } from './useFrameLook.ts';

/** Reads from the page how the Card Element has to look. */
export function toCardStyle(frame: Element): StripeElementStyle {
  const { color, fontFamily, fontSize } = getComputedStyle(frame);
  const muted = readColor(frame, '--hajiq-color-muted');
  const danger = readColor(frame, '--hajiq-color-danger');
  return {
    base: {
      color,
      fontFamily,
      fontSize,
      fontSmoothing: 'antialiased',
      iconColor: muted,
      '::placeholder': { color: muted },
    },
    invalid: { color: danger, iconColor: danger },
  };
}
