import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createShop } from './createShop.ts';
import { openDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';

const clientFolder = fileURLToPath(new URL('../dist', import.meta.url));

/** Says in one line what went wrong. */
function stop(reason: unknown): never {
  console.error(`storefront: ${reason instanceof Error ? reason.message : String(reason)}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { port, databasePlace, ...options } = readEnvironment();
  const { client, close } = await openDatabase(databasePlace);
  // `npm run dev` serves the pages itself, so the server may run before there is a build.
  const { app, handler } = await createShop({
    ...options,
    database: client,
    ...(existsSync(clientFolder) && { clientFolder }),
  });
  const server = createServer(app);
  // Finishes what a lost webhook or a process that has died left open.
  const sweeping = setInterval(() => void handler.sweep(), 60_000);

  server.once('error', (error: NodeJS.ErrnoException) =>
    stop(error.code === 'EADDRINUSE' ? `port ${port} is taken. Set PORT to another.` : error),
  );
  server.listen(port, '127.0.0.1', () => {
    console.log(`storefront  http://localhost:${(server.address() as AddressInfo).port}`);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(sweeping);
      server.close(() => void close().finally(() => process.exit(0)));
      // A browser that waits for a payment's status holds its connection open.
      server.closeAllConnections();
    });
  }
}

await start().catch(stop);
