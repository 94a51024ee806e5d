import type { StorybookConfig } from '@storybook/react-vite';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const source = (path: string) => inProject(`src/${path}`);

// The worker of the msw that is installed, so that the two are never of different versions.
const workerFolder = inProject('.cache/storybook');
cpSync(inProject('node_modules/msw/lib/mockServiceWorker.js'), `${workerFolder}/mockServiceWorker.js`);

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/docs/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
  ],
  staticDirs: [
    { from: workerFolder, to: '/' },
    // The stand-in for Stripe.js, as it is shipped: stories need no key and no network.
    { from: inProject('dist/sandbox/stripe-js'), to: '/sandbox' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      // Stories import the package by its public names and see its source.
      alias: [
        { find: /^hajiq-checkout\/styles\.css$/, replacement: source('checkout/styles.css') },
        { find: /^hajiq-checkout\/server$/, replacement: source('server/index.ts') },
        { find: /^hajiq-checkout\/sandbox$/, replacement: source('sandbox/index.ts') },
        { find: /^hajiq-checkout\/locales\/(\w+)$/, replacement: source('checkout/locales/$1.ts') },
        { find: /^hajiq-checkout$/, replacement: source('index.ts') },
      ],
    },
  }),
};

export default config;
