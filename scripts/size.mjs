import './requireNode.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './root.mjs';

/**
 * What a page downloads for an import, minified and compressed, with all that it imports but React. In bytes. What is
 * loaded later, such as a language, is not among the first bytes.
 */
const budgets = [
  { name: 'the complete checkout', imports: 'HajiqCheckout', limit: 24_000 },
  {
    name: 'with its confirmation page and hooks',
    imports: 'HajiqCheckout, PaymentConfirmation, usePaymentStatus, useHajiqCheckout',
    limit: 25_000,
  },
  { name: 'usePaymentStatus alone', imports: 'usePaymentStatus', limit: 6_500 },
];

const folder = join(root, '.cache', 'size');

async function bundle(imports) {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, `export { ${imports} } from '../../dist/index.js';\n`);
  const [{ output }] = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      // As a library: what Vite adds to an application that loads something later is not this package's.
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        output: { minify: true, comments: false },
        external: [/^react(-dom)?(\/.*)?$/],
      },
    },
  });
  return output.filter((file) => file.type === 'chunk');
}

/** The chunks that have to be here before the first line runs. */
function firstOf(chunks) {
  const first = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const { imports } of first)
    chunks.filter((chunk) => imports.includes(chunk.fileName)).forEach((chunk) => first.add(chunk));
  return [...first];
}

const sizeOf = (chunks) => gzipSync(chunks.map(({ code }) => code).join(''), { level: 9 }).length;

let isOver = false;
const later = new Map();
for (const { name, imports, limit } of budgets) {
  const chunks = await bundle(imports);
  const first = firstOf(chunks);
  const size = sizeOf(first);
  isOver ||= size > limit;
  console.log(`${name}: ${size} bytes of ${limit}${size > limit ? ' — too large' : ''}`);
  for (const chunk of chunks) if (!first.includes(chunk)) later.set(chunk.name, sizeOf([chunk]));
}
console.log(`when asked for: ${[...later].map(([name, size]) => `${name} ${size}`).join(', ')}`);
process.exitCode = isOver ? 1 : 0;
