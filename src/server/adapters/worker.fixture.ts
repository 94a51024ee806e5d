import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import type { createHajiqHandler } from '../createHajiqHandler.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles the server entry as one script for a platform that is not Node. */
async function bundleServer(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'no-node',
        enforce: 'pre',
        resolveId(id) {
          if (isBuiltin(id)) this.error(`The server entry imports ${id}.`);
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/server/index.ts', formats: ['iife'], name: 'hajiqServer' },
    },
  });
  const [bundle] = Array.isArray(result) ? result.flatMap(({ output }) => output) : [];
  if (bundle === undefined || !('code' in bundle)) throw new Error('The build made no bundle.');
  return bundle.code;
}

const streams = { ReadableStream, TransformStream, WritableStream };
const fetching = {
  AbortController,
  AbortSignal,
  DOMException,
  Event,
  EventTarget,
  Headers,
  Request,
  Response,
};
const text = { TextDecoder, TextEncoder, URL, URLSearchParams, atob, btoa };
const rest = { clearInterval, clearTimeout, console, performance, queueMicrotask, structuredClone };

/**
 * Runs the server entry in a realm that has the globals of WinterTC's common API and nothing else: no `process`, no
 * `Buffer`, no `require`. As at Cloudflare, a module may not fetch, start a timer or take random bytes while it loads,
 * a timer is a number, and `fetch` is nobody's method.
 */
export async function loadInWorker(): Promise<typeof createHajiqHandler> {
  const code = await bundleServer();

  return (options) => {
    let isLoading = true;
    const inRequest =
      <Args extends unknown[], Result>(name: string, call: (...args: Args) => Result) =>
      (...args: Args): Result => {
        if (isLoading) throw new Error(`A worker may not call ${name} while it loads.`);
        return call(...args);
      };
    const { fetch: send = fetch, ...others } = options;
    const realm = createContext({
      ...streams,
      ...fetching,
      ...text,
      ...rest,
      crypto: {
        subtle: crypto.subtle,
        getRandomValues: inRequest('getRandomValues', (array: Uint8Array<ArrayBuffer>) =>
          crypto.getRandomValues(array),
        ),
        randomUUID: inRequest('randomUUID', () => crypto.randomUUID()),
      },
      setTimeout: inRequest('setTimeout', (run: () => void, ms?: number) => Number(setTimeout(run, ms))),
      setInterval: inRequest('setInterval', (run: () => void, ms?: number) => Number(setInterval(run, ms))),
      fetch(this: unknown, ...args: Parameters<typeof fetch>) {
        if (this !== undefined && this !== realm) throw new TypeError('Illegal invocation');
        return inRequest('fetch', send)(...args);
      },
    });
    runInContext(code, realm);
    const server: { createHajiqHandler: typeof createHajiqHandler } = runInContext('hajiqServer', realm);
    const handler = server.createHajiqHandler(others);
    isLoading = false;
    return handler;
  };
}
