import { toAddressBucket } from './addressBucket.ts';

/** How a handler learns the network address of a client. */
export interface AddressOptions {
  /**
   * How many proxies of yours stand before the server, each of which adds the address it sees to `X-Forwarded-For`.
   * Defaults to 0: the header is whatever the client writes, and is not read.
   */
  trustedProxies?: number;
  /**
   * Tells the client's address, where the platform has a way of its own, such as a header that only it can set
   * (`cf-connecting-ip`). It comes before everything else.
   */
  clientAddress?: (request: Request) => string | null | undefined;
}

/**
 * Finds under which key a client's requests are counted.
 *
 * @param socketAddress The other end of the connection, as the adapter saw it.
 * @returns Undefined when the address cannot be known: such clients are counted together.
 */
export function findAddressBucket(
  request: Request,
  socketAddress: string | undefined,
  { trustedProxies = 0, clientAddress }: AddressOptions,
): string | undefined {
  if (clientAddress !== undefined) return toAddressBucket(clientAddress(request) ?? '');
  if (trustedProxies === 0) return toAddressBucket(socketAddress ?? '');
  // Each proxy appends, so what is nearest the end is what the nearest proxy has seen.
  const forwarded = (request.headers.get('x-forwarded-for') ?? '').split(',');
  return toAddressBucket(forwarded.at(-trustedProxies) ?? '');
}
