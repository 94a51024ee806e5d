import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createShop } from './createShop.ts';
import { readEnvironment } from './environment.ts';

const clientFolder = fileURLToPath(new URL('../dist', import.meta.url));

/** Says in one line what went wrong. */
function stop(reason: unknown): never {
  console.error(`storefront: ${reason instanceof Error ? reason.message : String(reason)}`);
  process.exit(1);
}

function start(): void {
  const { port, ...options } = readEnvironment();
  // `npm run dev` serves the pages itself, so the server may run before there is a build.
  const { app } = createShop({ ...options, ...(existsSync(clientFolder) && { clientFolder }) });
  const server = createServer(app);

  server.once('error', (error: NodeJS.ErrnoException) =>
    stop(error.code === 'EADDRINUSE' ? `port ${port} is taken. Set PORT to another.` : error),
  );
  server.listen(port, '127.0.0.1', () => {
    console.log(`storefront  http://localhost:${(server.address() as AddressInfo).port}`);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      // A browser that waits for a payment's status holds its connection open.
      server.closeAllConnections();
    });
  }
}

try {
  start();
} catch (error) {
  stop(error);
}
