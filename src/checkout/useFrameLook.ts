import { useEffect, useState } from 'react';

/** Resolves a colour as the page would paint it: a custom property itself keeps `light-dark(…)` and `var(…)` as text. */
export function readColor(frame: Element, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  frame.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * Gives Stripe's frame the look of the page around it, for no style sheet reaches into it.
 *
 * Undefined until the page can be asked. It follows a change between light and dark, and of an attribute on anything
 * around the field: a theme's class, a `style`, a `data-theme`.
 *
 * @param read Reads the look from the page; the same function at each render.
 */
export function useFrameLook<Look>(frame: Element | null, read: (frame: Element) => Look): Look | undefined {
  const [look, setLook] = useState<Look>();
  useEffect(() => {
    if (frame === null) return undefined;
    const readNow = () => setLook(read(frame));
    readNow();
    const scheme = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    scheme?.addEventListener('change', readNow);
    const observer = new MutationObserver(readNow);
    for (let around: Element | null = frame; around !== null; around = around.parentElement)
      observer.observe(around, { attributes: true });
    return () => {
      scheme?.removeEventListener('change', readNow);
      observer.disconnect();
    };
  }, [frame, read]);
  return look;
}
