import express, { Router } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShopError } from './ShopError.ts';

function toScriptTag(url: string): string {
  return `<script src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></script>`;
}

/** Serves the built client: its files, and index.html for every page the router in the browser knows. */
export function clientPages(clientFolder: string, stripeJsUrl: string | undefined): Router {
  const indexHtml = readFileSync(join(clientFolder, 'index.html'), 'utf8');
  // With `window.Stripe` there already, Stripe's loader takes it and asks the internet for nothing.
  const page =
    stripeJsUrl === undefined
      ? indexHtml
      : indexHtml.replace('</head>', () => `  ${toScriptTag(stripeJsUrl)}\n  </head>`);

  const pages = Router();
  // Built assets carry a hash in their name: they never change, and a missing one is not a page.
  pages.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y' }),
    () => {
      throw new ShopError(404, 'not_found', 'There is nothing at this address.');
    },
  );
  pages.use(express.static(clientFolder, { index: false }));
  pages.get('/{*path}', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  return pages;
}
