import type { BackendCall, BackendRequest } from './BackendScript.ts';

const calls: [call: BackendCall, method: string, path: RegExp][] = [
  ['POST /payments', 'POST', /^\/payments$/],
  ['GET /payments/{paymentId}', 'GET', /^\/payments\/[^/]+$/],
  ['GET /donation', 'GET', /^\/donation$/],
];

/** An address as a page has it: relative ones are of the page itself. */
export const toAddress = (input: RequestInfo | URL): URL =>
  new URL(input instanceof URL || typeof input === 'string' ? input : input.url, pageAddress());

const pageAddress = () => (typeof location === 'undefined' ? 'http://localhost/' : location.href);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads what `fetch` was called with. No `Request` is made of it: in jsdom, that of Node refuses relative addresses and
 * the window's own signals.
 */
export async function readRequest(
  base: URL,
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<BackendRequest> {
  const given = typeof input === 'string' || input instanceof URL ? undefined : input;
  const url = toAddress(input);
  const method = (init.method ?? given?.method ?? 'GET').toUpperCase();
  const path = url.pathname.slice(base.pathname.length);
  const [call = 'unknown'] = calls.find(([, ofCall, shape]) => ofCall === method && shape.test(path)) ?? [];
  const text = typeof init.body === 'string' ? init.body : ((await given?.text()) ?? '');
  return { call, method, url, headers: new Headers(init.headers ?? given?.headers), body: parseJson(text) };
}
