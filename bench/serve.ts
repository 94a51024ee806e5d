import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server tells of itself. */
export interface Reading {
  /** Microseconds of CPU that the process has used, in all its threads. */
  cpu: number;
  /** Bytes. */
  rss: number;
  heap: number;
  /** How late the event loop was since it was last settled, in milliseconds. */
  delay: { p50: number; p99: number; max: number };
}

/** `settle` collects garbage and forgets the delays before it reads. */
export type Question = 'read' | 'settle';

/** How often the event loop is looked at, in milliseconds: part of each delay that is counted. */
const RESOLUTION_MS = 1;

/** Serves on a port of its own, tells the process that started it which, and answers its questions. */
export function serve(listener: RequestListener): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();

  function read(): Reading {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    const toMs = (nanoseconds: number) => Math.max(nanoseconds / 1e6 - RESOLUTION_MS, 0);
    const delay = { p50: delays.percentile(50), p99: delays.percentile(99), max: delays.max };
    return {
      cpu: user + system,
      rss,
      heap: heapUsed,
      delay: { p50: toMs(delay.p50), p99: toMs(delay.p99), max: toMs(delay.max) },
    };
  }

  process.on('message', (question: Question) => {
    if (question === 'settle') {
      globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
      delays.reset();
    }
    process.send?.(read());
  });
  process.on('disconnect', () => process.exit());
  const server = createServer(listener).listen(0, '127.0.0.1', 4096, () => {
    process.send?.((server.address() as AddressInfo).port);
  });
}
