import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Does in development what the shop's server does in production: put the sandbox's Stripe.js into the page. */
function stripeJsStandIn(src: string | undefined): Plugin {
  return {
    name: 'stripe-js-stand-in',
    apply: 'serve',
    transformIndexHtml: () =>
      src === undefined ? [] : [{ tag: 'script', attrs: { src }, injectTo: 'head' }],
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), stripeJsStandIn(process.env.STRIPE_JS_URL)],
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 4310}` } },
});
