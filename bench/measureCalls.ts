import { calls } from './calls.ts';
import { load } from './load.ts';
import { median } from './median.ts';
import { startServer, type RunningServer } from './startServer.ts';

export interface CallResult {
  name: string;
  /** Our CPU time for a request as a multiple of the bare server's: the median of the rounds' ratios. */
  cpuRatio: number;
  /** The same of the time the round took. */
  timeRatio: number;
  ours: SideResult;
  bare: SideResult;
}

interface SideResult {
  /** Microseconds of the server's CPU for each request. */
  cpu: number;
  perSecond: number;
}

type Call = (typeof calls)[number];

async function runRound(server: RunningServer, call: Call, count: number): Promise<SideResult> {
  const requests = await call.prepare(server.origin, count);
  const before = await server.ask('settle');
  const ms = await load(server.origin, requests, call.expected);
  const after = await server.ask('read');
  return { cpu: (after.cpu - before.cpu) / count, perSecond: (count / ms) * 1000 };
}

async function measureCall(call: Call, { rounds, count, store }: CallOptions): Promise<CallResult> {
  const [ours, bare] = await Promise.all([startServer('ours', store), startServer('bare', store)]);
  const pairs: { ours: SideResult; bare: SideResult }[] = [];
  try {
    // The first two rounds warm up.
    for (let round = -2; round < rounds; round += 1) {
      const pair = { ours: await runRound(ours, call, count), bare: await runRound(bare, call, count) };
      if (round >= 0) pairs.push(pair);
    }
  } finally {
    ours.stop();
    bare.stop();
  }
  const medianOf = (side: 'ours' | 'bare'): SideResult => ({
    cpu: median(pairs.map((pair) => pair[side].cpu)),
    perSecond: median(pairs.map((pair) => pair[side].perSecond)),
  });
  return {
    name: call.name,
    cpuRatio: median(pairs.map(({ ours, bare }) => ours.cpu / bare.cpu)),
    timeRatio: median(pairs.map(({ ours, bare }) => bare.perSecond / ours.perSecond)),
    ours: medianOf('ours'),
    bare: medianOf('bare'),
  };
}

export interface CallOptions {
  rounds: number;
  /** How many requests a round has. */
  count: number;
  store: string;
}

/** Measures each kind of call on both servers, in turn, and yields its result. */
export async function* measureCalls(options: CallOptions): AsyncGenerator<CallResult> {
  for (const call of calls) yield await measureCall(call, options);
}
