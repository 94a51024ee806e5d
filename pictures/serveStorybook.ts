import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { makeScript } from './drawAlike.ts';
import { storybookFolder } from './stories.ts';

const SCRIPT = '/draw-alike.js';
const toScript = `<head><script src="${SCRIPT}"></script>`;

/** Serves the built Storybook, with a script in every page and frame that makes it draw alike everywhere. */
export function serveStorybook(): Promise<PreviewServer> {
  const script = makeScript();
  return preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: storybookFolder },
    preview: { host: 'localhost', port: 6107, headers: { 'Cache-Control': 'max-age=600' } },
    plugins: [
      {
        name: 'draw-alike',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const { pathname } = new URL(request.url ?? '', 'http://localhost');
            if (pathname === SCRIPT)
              return void response.setHeader('Content-Type', 'text/javascript').end(script);
            if (!pathname.endsWith('.html')) return next();
            const page = readFileSync(join(storybookFolder, pathname), 'utf8');
            response.setHeader('Content-Type', 'text/html').end(page.replace(/<head>/i, toScript));
          });
        },
      },
    ],
  });
}
