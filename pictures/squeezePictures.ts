import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import UPNG from 'upng-js';

/** Where a picture says how its colours are written, and the number for a palette of at most 256. */
const COLOUR_TYPE_AT = 25;
const PALETTE = 3;

/** After pictures were taken: writes them with a palette, which halves what the repository carries. */
export default function squeezePictures({ updateSnapshots }: FullConfig): void {
  if (updateSnapshots === 'none') return;
  for (const file of globSync(join(import.meta.dirname, 'baseline', '*', '*.png'))) {
    const bytes = readFileSync(file);
    if (bytes[COLOUR_TYPE_AT] === PALETTE) continue;
    const picture = UPNG.decode(new Uint8Array(bytes).buffer);
    const { width, height } = picture;
    writeFileSync(file, Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), width, height, 256)));
  }
}
