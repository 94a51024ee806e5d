import './requireNode.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './root.mjs';

/** What a page downloads for an import, minified and compressed, with all that it imports but React. In bytes. */
const budgets = [
  {
    name: 'the complete checkout',
    imports: 'HajiqCheckout, PaymentConfirmation, usePaymentStatus',
    limit: 26_000,
  },
  { name: 'usePaymentStatus alone', imports: 'usePaymentStatus', limit: 17_000 },
];

const folder = join(root, '.cache', 'size');

async function measure(imports) {
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, `export { ${imports} } from '../../dist/index.js';\n`);
  const bundle = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: [/^react(-dom)?(\/.*)?$/],
      },
    },
  });
  const code = bundle.output.map((file) => ('code' in file ? file.code : '')).join('');
  return gzipSync(code, { level: 9 }).length;
}

let isOver = false;
for (const { name, imports, limit } of budgets) {
  const size = await measure(imports);
  isOver ||= size > limit;
  console.log(`${name}: ${size} bytes of ${limit}${size > limit ? ' — too large' : ''}`);
}
process.exitCode = isOver ? 1 : 0;
