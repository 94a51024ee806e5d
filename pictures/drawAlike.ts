import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One font for all text, carried by a package: a system's own differ. It has Latin and Arabic, in every weight. */
const FAMILY = 'Vazirmatn';
const RANGES = {
  latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212',
  arabic: 'U+0600-06FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC',
};

/** The day on which all pictures are taken: a card's expiry is in them. */
const DAY = Date.UTC(2030, 5, 15, 12);

interface Face {
  /** The font's file in base64. */
  file: string;
  unicodeRange: string;
}

function readFace([script, unicodeRange]: [string, string]): Face {
  const name = `@fontsource-variable/vazirmatn/files/vazirmatn-${script}-wght-normal.woff2`;
  return { file: readFileSync(fileURLToPath(import.meta.resolve(name)), 'base64'), unicodeRange };
}

/** Runs in the page, before anything else of it. */
function drawAlike(family: string, faces: Face[], day: number): void {
  for (const { file, unicodeRange } of faces) {
    // From bytes a font is there at once: no text is ever laid out without it.
    const bytes = Uint8Array.from(atob(file), (byte) => byte.charCodeAt(0));
    document.fonts.add(new FontFace(family, bytes, { unicodeRange, weight: '100 900' }));
  }
  const style = document.createElement('style');
  style.textContent = `
    * { font-family: ${family} !important; }
    .sb-main-centered { place-items: start !important; }
  `;
  document.head.append(style);

  const now = Date.now.bind(Date);
  const distance = day - now();
  Date.now = () => now() + distance;
  window.Date = new Proxy(Date, {
    construct: (RealDate, given) => Reflect.construct(RealDate, given.length === 0 ? [Date.now()] : given),
  });
}

/** A script with which a page, and each frame in it, looks the same on every machine and every day. */
export function makeScript(): string {
  const given = [FAMILY, Object.entries(RANGES).map(readFace), DAY].map((value) => JSON.stringify(value));
  return `(${drawAlike.toString()})(${given.join()})`;
}
