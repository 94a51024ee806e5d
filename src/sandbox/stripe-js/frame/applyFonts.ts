import type { SharedSettings } from '../wire/frameMessages.ts';

const loaded = new Set<string>();

/** Loads the fonts of the `fonts` option into the frame, each one once; `onLoad` is called when one has arrived. */
export function applyFonts(fonts: SharedSettings['fonts'], onLoad: () => void): void {
  for (const font of fonts) {
    const key = JSON.stringify(font);
    if (loaded.has(key)) continue;
    loaded.add(key);
    if ('cssSrc' in font) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = font.cssSrc;
      link.addEventListener('load', () => void document.fonts.ready.then(onLoad));
      document.head.append(link);
      continue;
    }
    const { family, src, display, style, unicodeRange, weight } = font;
    const descriptors = { display, style, unicodeRange, weight };
    const given = Object.fromEntries(Object.entries(descriptors).filter(([, value]) => value !== undefined));
    const face = new FontFace(family, src, given);
    document.fonts.add(face);
    // A font that cannot be had leaves the fallback of the family in place, as in any page.
    face.load().then(onLoad, () => undefined);
  }
}
