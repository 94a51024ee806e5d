import type { StripeElementStyle } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';

function readStyle(frame: Element): StripeElementStyle {
  const computed = getComputedStyle(frame);
  const token = (name: string, fallback: string) =>
    computed.getPropertyValue(`--hajiq-${name}`).trim() || fallback;
  return {
    base: {
      color: computed.color,
      fontFamily: computed.fontFamily,
      fontSize: computed.fontSize,
      fontSmoothing: 'antialiased',
      iconColor: token('color-muted', computed.color),
      '::placeholder': { color: token('color-placeholder', '#6b7280') },
    },
    invalid: { color: token('color-danger', '#b42318'), iconColor: token('color-danger', '#b42318') },
  };
}

/**
 * Gives Stripe's frame the look of the page around it, for no style sheet reaches into it.
 *
 * Undefined until the page can be asked; it follows a change between light and dark.
 */
export function useCardStyle(frame: Element | null): StripeElementStyle | undefined {
  const [style, setStyle] = useState<StripeElementStyle>();
  useEffect(() => {
    if (frame === null) return undefined;
    const read = () => setStyle(readStyle(frame));
    read();
    const scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    scheme?.addEventListener('change', read);
    return () => scheme?.removeEventListener('change', read);
  }, [frame]);
  return style;
}
