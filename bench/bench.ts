/**
 * Measures the server half against the least that answers the same calls: see docs/performance.md.
 *
 * node bench/bench.ts [--json] [--rounds 7] [--requests 3200] [--waiters 10000] [--store memory|pglite|postgres://…]
 */
import { execSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCalls, type CallResult } from './measureCalls.ts';
import { measureWaiters } from './measureWaiters.ts';
import { callsHeading, toCallRow, toWaitersTable } from './table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    requests: { type: 'string', default: '3200' },
    waiters: { type: 'string', default: '10000' },
    store: { type: 'string', default: 'memory' },
  },
});
const { json, store } = values;
const print = (line: string) => json || console.log(line);

/** As many as were asked for, or as this process may open; Node has raised its own limit to the hard one. */
function toHeldCount(asked: number): number {
  const limit = execSync('ulimit -Hn').toString().trim();
  const most = limit === 'unlimited' ? asked : Math.min(asked, Number(limit) - 200);
  if (most < asked) console.error(`ulimit -Hn is ${limit}: ${most} waiters and not ${asked}`);
  return most;
}

const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`;
print(`${machine}, store: ${store}\n\n${callsHeading}`);

const calls: CallResult[] = [];
const options = { rounds: Number(values.rounds), count: Number(values.requests), store };
for await (const result of measureCalls(options)) {
  calls.push(result);
  print(toCallRow(result));
}

const held = toHeldCount(Number(values.waiters));
const bare = await measureWaiters('bare', held, store);
const ours = await measureWaiters('ours', held, store);
print(`\n${toWaitersTable(ours, bare)}`);

if (json) console.log(JSON.stringify({ machine, store, calls, waiters: { ours, bare } }, null, 2));
