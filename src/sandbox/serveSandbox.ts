import { serve } from '@hono/node-server';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileMemory } from './fileMemory.ts';
import { createSandbox, GATEWAY_PATH, type Sandbox, type SandboxOptions } from './createSandbox.ts';

/** Where the build puts the Stripe.js stand-in: beside this module. */
const standInFolder = new URL('./stripe-js/', import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  html: 'text/html',
  css: 'text/css',
};

export interface ServeSandboxOptions extends Omit<SandboxOptions, 'memory'> {
  /** A folder in which it keeps what happens, and from which it goes on. Left out, it forgets everything. */
  dataFolder?: string;
  /** Defaults to 4311; 0 takes a free one. */
  port?: number;
}

/** A sandbox on a port of this machine. */
export interface RunningSandbox extends Sandbox {
  /** `http://localhost:<port>` */
  url: string;
  /** What a merchant's backend takes as `gatewayUrl`. */
  gatewayUrl: string;
  /** What a page loads in place of https://js.stripe.com. */
  stripeJsUrl: string;
  /** Forgets the deliveries that are still to come, and frees the port. */
  stop: () => Promise<void>;
}

/** Serves one file of the stand-in; undefined when there is none of this name. */
async function serveStandIn(pathname: string): Promise<Response | undefined> {
  const extension = /^(?:\/[\w-]+)+\.(\w+)$/.exec(pathname)?.[1];
  const contentType = extension === undefined ? undefined : contentTypes[extension];
  if (contentType === undefined) return undefined;
  const bytes = await readFile(new URL(`.${pathname}`, standInFolder)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return new Response(bytes, {
    headers: {
      'Content-Type': `${contentType}; charset=utf-8`,
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
    },
  });
}

/**
 * Runs a sandbox on a port of this machine, with the stand-in for Stripe.js.
 *
 * @throws When the port is taken (`EADDRINUSE`).
 * @throws {ConfigError} When a live key is given.
 * @throws When the folder cannot be written, or holds something else under the sandbox's name.
 */
export async function serveSandbox({
  port = 4311,
  dataFolder,
  ...options
}: ServeSandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox({
    ...options,
    ...(dataFolder !== undefined && { memory: fileMemory(dataFolder) }),
  });
  const server = serve({
    fetch: async (request) => (await serveStandIn(new URL(request.url).pathname)) ?? sandbox.fetch(request),
    port,
    hostname: '127.0.0.1',
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    ...sandbox,
    url,
    gatewayUrl: `${url}${GATEWAY_PATH}`,
    stripeJsUrl: `${url}/endive/stripe.js`,
    stop: async () => {
      sandbox.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
