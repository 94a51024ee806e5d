import { defineConfig, type UserConfig } from 'tsdown';

const shared: UserConfig = {
  format: 'esm',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  // The bundler warns of 'use client' in a module, and keeps it at the head of the entry all the same.
  inputOptions: { checks: { moduleLevelDirective: false } },
};

const standInFolder = 'src/sandbox/stripe-js';

/** The stand-in for Stripe.js is made of plain scripts, each whole, beside the pages that load them. */
const standInScript = (name: string, source: string): UserConfig => ({
  entry: { [name]: `${standInFolder}/${source}` },
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  dts: false,
  outDir: 'dist/sandbox/stripe-js',
  outputOptions: { entryFileNames: '[name].js' },
  clean: false,
});

export default defineConfig([
  {
    ...shared,
    // A module each, as in the source: who imports one hook downloads nothing of Stripe's packages, and a test renders
    // the same checkout that its application imports.
    entry: [
      'src/index.ts',
      'src/tanstack/index.ts',
      'src/checkout/locales/{ar,de,en,es,fr,id,tr,ur}.ts',
      'src/testing/index.ts',
      'src/testing/react/index.ts',
    ],
    unbundle: true,
    root: 'src',
    platform: 'browser',
    outDir: 'dist',
    copy: [
      { from: 'src/checkout/styles.css', to: 'dist' },
      { from: 'src/checkout/styles.css.d.ts', to: 'dist' },
      ...['html', 'css'].flatMap((extension) => [
        {
          from: [
            `${standInFolder}/card-frame/card-frame.${extension}`,
            `${standInFolder}/payment-frame/elements-inner-payment.${extension}`,
          ],
          to: 'dist/sandbox/stripe-js/elements',
        },
        { from: `${standInFolder}/challenge/*.${extension}`, to: 'dist/sandbox/stripe-js' },
      ]),
    ],
  },
  {
    ...shared,
    entry: {
      index: 'src/server/index.ts',
      node: 'src/server/node.ts',
      postgres: 'src/server/postgres.ts',
      browser: 'src/server/browser.ts',
    },
    platform: 'node',
    outDir: 'dist/server',
    // Bundled, for the package has no dependencies beyond its peers.
    deps: { onlyBundle: ['rate-limiter-flexible'] },
  },
  {
    ...shared,
    entry: { index: 'src/sandbox/index.ts', node: 'src/sandbox/node.ts', cli: 'src/sandbox/cli.ts' },
    platform: 'node',
    outDir: 'dist/sandbox',
    deps: { onlyBundle: ['hono', '@hono/node-server'] },
  },
  standInScript('endive/stripe', 'page/stripe.ts'),
  standInScript('elements/card-frame', 'card-frame/card-frame.ts'),
  standInScript('elements/elements-inner-payment', 'payment-frame/payment-frame.ts'),
  standInScript('three-ds-2-challenge', 'challenge/three-ds-2-challenge.ts'),
  standInScript('three-ds-2-acs', 'challenge/three-ds-2-acs.ts'),
]);
