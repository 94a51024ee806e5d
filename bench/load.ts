import autocannon, { type Request } from 'autocannon';

const CONNECTIONS = 32;

/** Sends each request once, over 32 connections that are kept, and returns how many milliseconds that took. */
export async function load(origin: string, requests: readonly Request[], expected: number): Promise<number> {
  // As autocannon deals the amount out: each connection sends its own share, built before the clock starts.
  const share = Math.ceil(requests.length / CONNECTIONS);
  const shares = Array.from({ length: CONNECTIONS }, (_, index) =>
    requests.slice(index * share, (index + 1) * share),
  );
  let startedAt = 0;
  let endedAt = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections: CONNECTIONS,
        amount: share * CONNECTIONS,
        sampleInt: 20,
        setupClient(client) {
          client.setRequests(shares.pop() ?? []);
          startedAt = performance.now();
        },
      },
      (error: unknown, result) => (error === null ? resolve(result) : reject(error)),
    );
    instance.on('response', () => (endedAt = performance.now()));
  });
  const answered = result.statusCodeStats?.[`${expected}`]?.count ?? 0;
  if (answered !== requests.length) {
    const got = JSON.stringify(result.statusCodeStats);
    throw new Error(`${requests.length} answers of ${expected} were expected, and what came is ${got}`);
  }
  return endedAt - startedAt;
}
