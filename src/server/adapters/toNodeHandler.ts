import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ServerConfigError } from '../../errors/ServerConfigError.ts';
import type { RequestHandler } from '../createHajiqHandler.ts';

/** What Express and its body parsers add to a request. */
type NodeRequest = IncomingMessage & { originalUrl?: string; body?: unknown };

/** Takes the body untouched: from the socket while it is there, or as the bytes `express.raw()` kept. */
function toRawBody(request: NodeRequest): BodyInit | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (request.body instanceof Uint8Array) return request.body as Uint8Array<ArrayBuffer>;
  // Printing a parsed body again would make other bytes than were signed.
  if (request.readableDidRead || request.body !== undefined)
    throw new ServerConfigError('body_already_parsed');
  return Readable.toWeb(request) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Makes the Web request; undefined for a target or method that is none (`TRACE`, an absolute URL). */
function toRequest(incoming: NodeRequest, signal: AbortSignal): Request | undefined {
  const target = incoming.originalUrl ?? incoming.url ?? '/';
  // The path alone counts: the host is whatever the client says.
  if (!target.startsWith('/') || !URL.canParse(`http://localhost${target}`)) return undefined;
  if (incoming.method === 'TRACE' || incoming.method === 'CONNECT') return undefined;
  const headers = new Headers();
  // HTTP/2 has no distinct headers, and names of its own that begin with a colon.
  for (const [name, value] of Object.entries(incoming.headersDistinct ?? incoming.headers)) {
    if (name.startsWith(':')) continue;
    for (const item of [value ?? []].flat()) headers.append(name, item);
  }
  return new Request(`http://localhost${target}`, {
    method: incoming.method,
    headers,
    body: toRawBody(incoming),
    signal,
    duplex: 'half',
  } as RequestInit);
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (!incoming.complete) {
    // What was not read of the body would stand before the next request of a connection that is kept.
    outgoing.setHeader('Connection', 'close');
    incoming.resume();
  }
  const headers = Object.fromEntries(response.headers);
  if (response.body === null) return void outgoing.writeHead(response.status, headers).end();
  // Answers are small: in one piece they travel in one packet, and cost less than a stream of them.
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...headers, 'Content-Length': body.length }).end(body);
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
export function toNodeHandler(handler: RequestHandler) {
  return async function nodeHandler(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const disconnected = new AbortController();
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) disconnected.abort();
    });
    try {
      const request = toRequest(incoming, disconnected.signal);
      const response =
        request === undefined
          ? new Response(null, { status: 400 })
          : await handler(request, { address: incoming.socket.remoteAddress });
      await send(response, incoming, outgoing);
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
