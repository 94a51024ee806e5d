import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('pages/', import.meta.url));
const bundles = new Map<string, Promise<string>>();

/** Bundles a page's script, as a merchant's build does; once for all tests of a worker. */
async function bundle(name: string): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    // React's own warnings are told in development only.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, rolldownOptions: { input: `${folder}${name}` } },
  });
  if (!('output' in result)) throw new Error(`The build of ${name} made more than one bundle.`);
  return result.output.map((file) => ('code' in file ? file.code : '')).join('\n');
}

/** A merchant's site, whose pages are the files of `pages/`. */
export interface RunningPages {
  url: string;
  stop: () => Promise<void>;
}

/** Serves the pages on a port of their own, so that they are of another origin than the stand-in. */
export async function servePages(): Promise<RunningPages> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const name = pathname.slice(1);
    if (name.endsWith('.js')) {
      const source = name.replace(/\.js$/, '');
      const bundled = bundles.get(source) ?? bundle(source);
      bundles.set(source, bundled);
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(await bundled);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html>
      <html lang="en" dir="${searchParams.get('dir') ?? 'ltr'}">
        <head>
          <meta charset="utf-8" />
          <link rel="icon" href="data:," />
          <title>Shop</title>
          <script src="${searchParams.get('stripeJs')}"></script>
        </head>
        <body>
          <main id="root"></main>
          <script type="module" src="/${name}.js"></script>
        </body>
      </html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
