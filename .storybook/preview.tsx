import 'hajiq-checkout/styles.css';
import type { Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { loadStandIn } from './loadStandIn.ts';
import './preview.css';

const toolbar = (title: string, items: string[]) => ({
  description: title,
  toolbar: { title, items, dynamicTitle: true },
});

const preview: Preview = {
  loaders: [mswLoader(), loadStandIn],
  globalTypes: {
    theme: toolbar('Theme', ['default', 'sage', 'sand']),
    scheme: toolbar('Scheme', ['light', 'dark', 'auto']),
    language: toolbar('Language', ["the story's", 'en', 'ar-AE', 'ur', 'fr', 'tr', 'id', 'de', 'es']),
    direction: toolbar('Direction', ['ltr', 'rtl']),
  },
  initialGlobals: { theme: 'default', scheme: 'light', language: "the story's", direction: 'ltr' },
  decorators: [
    (Story, { args, globals: { theme, scheme, language, direction } }) => (
      <div data-page data-scheme={scheme} data-hajiq-theme={theme} dir={direction}>
        <Story args={language === "the story's" ? args : { ...args, locale: language }} />
      </div>
    ),
  ],
  parameters: {
    layout: 'centered',
    // Stripe's card frame brings hidden inputs of its own into the page, which nobody here can label.
    a11y: { test: 'error', context: { exclude: ['.__PrivateStripeElement'] } },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Getting started',
          'Custom layout',
          'Theming',
          'Languages',
          'Donations',
          'Going live',
          'States',
        ],
      },
    },
  },
  tags: ['autodocs'],
};

export default preview;
