import type { StripeElementStyle } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';

/** Resolves a colour as the page would paint it: a custom property itself keeps `light-dark(…)` and `var(…)` as text. */
function readColor(frame: Element, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  frame.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function readStyle(frame: Element): StripeElementStyle {
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

/**
 * Gives Stripe's frame the look of the page around it, for no style sheet reaches into it.
 *
 * Undefined until the page can be asked. It follows a change between light and dark, and of an attribute on anything
 * around the field: a theme's class, a `style`, a `data-theme`.
 */
export function useCardStyle(frame: Element | null): StripeElementStyle | undefined {
  const [style, setStyle] = useState<StripeElementStyle>();
  useEffect(() => {
    if (frame === null) return undefined;
    const read = () => setStyle(readStyle(frame));
    read();
    const scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    scheme?.addEventListener('change', read);
    const observer = new MutationObserver(read);
    for (let around: Element | null = frame; around !== null; around = around.parentElement)
      observer.observe(around, { attributes: true });
    return () => {
      scheme?.removeEventListener('change', read);
      observer.disconnect();
    };
  }, [frame]);
  return style;
}
