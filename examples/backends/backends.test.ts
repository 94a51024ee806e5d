import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('docs/backends.md shows the files as they are', () => {
  const shown = [...read('../../docs/backends.md').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => !file.endsWith('.test.ts') && file !== 'orders.ts')
    .map((file) => read(file));
  expect(new Set(shown)).toEqual(new Set(files));
});
