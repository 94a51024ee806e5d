/** Reads an IPv6 address as its eight groups; undefined when it is none. */
function toGroups(address: string): string[] | undefined {
  const url = `http://[${address}]`;
  if (!URL.canParse(url)) return undefined;
  // The URL parser writes every spelling of an address the same way.
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
}

/** Reads the IPv4 address inside an IPv6 one (`::ffff:0:0/96`). */
function toMappedIpv4(groups: readonly string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}

/**
 * Tells under which key the requests of a network address are counted: an IPv4 address by itself, an IPv6 address with
 * its /64, for one subscriber has all of that. Undefined when it is no address.
 */
export function toAddressBucket(address: string): string | undefined {
  const plain = address.trim().replace(/%.*$/, '');
  // Some proxies write the port as well.
  const ipv4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/.exec(plain)?.[1];
  if (ipv4 !== undefined) {
    return ipv4.split('.').every((part) => Number(part) <= 255) ? ipv4 : undefined;
  }
  const ipv6 = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(plain)?.[1] ?? plain;
  const groups = ipv6.includes(':') ? toGroups(ipv6) : undefined;
  if (groups === undefined) return undefined;
  return toMappedIpv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}
