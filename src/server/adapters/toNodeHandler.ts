import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConfigError } from '../../errors/ConfigError.ts';
import type { HajiqHandler } from '../createHajiqHandler.ts';

/** What Express and its body parsers add to a request. */
type NodeRequest = IncomingMessage & { originalUrl?: string; body?: unknown };

/** Takes the body untouched: from the socket while it is there, or as the bytes `express.raw()` kept. */
function toRawBody(request: NodeRequest): BodyInit | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (request.body instanceof Uint8Array) return request.body as Uint8Array<ArrayBuffer>;
  // Printing a parsed body again would make other bytes than were signed.
  if (request.readableDidRead || request.body !== undefined) throw new ConfigError('body_already_parsed');
  return Readable.toWeb(request) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

function toRequest(incoming: NodeRequest, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const item of value ?? []) headers.append(name, item);
  }
  // The host is whatever the client says, so it serves for nothing but to make the URL whole.
  const url = new URL(incoming.originalUrl ?? incoming.url ?? '/', 'http://localhost');
  return new Request(url, {
    method: incoming.method,
    headers,
    body: toRawBody(incoming),
    signal,
    duplex: 'half',
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as import('node:stream/web').ReadableStream), outgoing);
}

/**
 * Mounts a handler in Express, or any server on `node:http`.
 *
 * Mount it **before** `express.json()`: a webhook's signature covers the bytes as they arrive. When a parser has
 * eaten them already, the answer is a 500 and the log says so.
 *
 * @example
 * const app = express();
 * app.use('/api/hajiq', toNodeHandler(handler));
 * app.use(express.json());
 */
export function toNodeHandler(handler: HajiqHandler) {
  return async function nodeHandler(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const disconnected = new AbortController();
    outgoing.once('close', () => disconnected.abort());
    try {
      await send(await handler(toRequest(incoming, disconnected.signal)), outgoing);
    } catch (error) {
      if (disconnected.signal.aborted) return;
      console.error('[hajiq-checkout]', error);
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'Content-Type': 'application/json' });
      outgoing.end(
        JSON.stringify({ error: { code: 'internal_error', message: 'See the log of the server.' } }),
      );
    }
  };
}
