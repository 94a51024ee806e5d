import 'hajiq-checkout/styles.css';
import type { Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { loadStandIn } from './loadStandIn.ts';
import './preview.css';

const preview: Preview = {
  loaders: [mswLoader(), loadStandIn],
  parameters: {
    layout: 'centered',
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  tags: ['autodocs'],
};

export default preview;
