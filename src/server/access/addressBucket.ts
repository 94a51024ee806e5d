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

/**
 * Tells under which key the requests of a network address are counted: an IPv4 address by itself, an IPv6 address with
 * its /64, for one subscriber has all of that. Undefined when it is no address.
 */
export function toAddressBucket(address: string): string | undefined {
  const plain = address.trim().replace(/%.*$/, '');
  const ipv4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(plain)?.[1];
  if (ipv4 !== undefined) {
    return ipv4.split('.').every((part) => Number(part) <= 255) ? ipv4 : undefined;
  }
  const groups = plain.includes(':') ? toGroups(plain) : undefined;
  return groups === undefined ? undefined : `${groups.slice(0, 4).join(':')}::/64`;
}
