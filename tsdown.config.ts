import { defineConfig, type UserConfig } from 'tsdown';

const shared: UserConfig = {
  format: 'esm',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  clean: true,
  // The bundler warns of 'use client' in a module that it keeps at the head of the entry all the same.
  inputOptions: { checks: { moduleLevelDirective: false } },
};

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts' },
    platform: 'browser',
    outDir: 'dist',
    copy: [
      { from: 'src/checkout/styles.css', to: 'dist' },
      { from: 'src/checkout/styles.css.d.ts', to: 'dist' },
    ],
  },
  {
    ...shared,
    entry: { index: 'src/server/index.ts', node: 'src/server/node.ts', browser: 'src/server/browser.ts' },
    platform: 'node',
    outDir: 'dist/server',
  },
  {
    ...shared,
    entry: { index: 'src/sandbox/index.ts', node: 'src/sandbox/node.ts', cli: 'src/sandbox/cli.ts' },
    platform: 'node',
    outDir: 'dist/sandbox',
  },
]);
