/** Shows a value so that two that mean the same look the same: keys in order, nothing that is undefined. */
function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (part instanceof Set) return [...part].map(String).toSorted((a, b) => (a < b ? -1 : 1));
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'undefined'
  );
}

/** @throws When the two do not look the same, and says what was looked at. */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  if (show(actual) !== show(expected)) {
    throw new Error(`${what}: expected ${show(expected)}, and it is ${show(actual)}`);
  }
}

/** @throws When it is not so. */
export function assertThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
}
