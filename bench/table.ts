import type { CallResult } from './measureCalls.ts';
import type { WaitersResult } from './measureWaiters.ts';

const NAME_WIDTH = 26;

const toTimes = (ratio: number) => `${ratio.toFixed(1)}x`;
const toRow = (name: string, cells: readonly (readonly [text: string, width: number])[]) =>
  name.padEnd(NAME_WIDTH) + cells.map(([text, width]) => text.padStart(width)).join('');

export const callsHeading = toRow('of bare node:http', [
  ['CPU', 7],
  ['time', 8],
  ['CPU each, ours / bare', 25],
  ['per second, ours / bare', 26],
]);

/** Writes what a kind of call costs. */
export function toCallRow({ name, cpuRatio, timeRatio, ours, bare }: CallResult): string {
  const perSecond = (value: number) => Math.round(value).toLocaleString('en');
  return toRow(name, [
    [toTimes(cpuRatio), 7],
    [toTimes(timeRatio), 8],
    [`${ours.cpu.toFixed(0)} / ${bare.cpu.toFixed(0)} µs`, 25],
    [`${perSecond(ours.perSecond)} / ${perSecond(bare.perSecond)}`, 26],
  ]);
}

/** Writes what waiting browsers cost. */
export function toWaitersTable(ours: WaitersResult, bare: WaitersResult): string {
  const row = (name: string, unit: string, read: (result: WaitersResult) => number) =>
    toRow(name, [
      [toTimes(read(ours) / read(bare)), 7],
      [`${read(ours).toFixed(1)} / ${read(bare).toFixed(1)} ${unit}`, 33],
    ]);
  return [
    toRow(`${ours.count.toLocaleString('en')} waiters`, [['', 7]]) + 'ours / bare'.padStart(33),
    row('memory of each (RSS)', 'kB', ({ rss }) => rss / 1000),
    row('heap of each', 'kB', ({ heap }) => heap / 1000),
    row('webhook to waiter, p50', 'ms', ({ latency }) => latency.p50),
    row('webhook to waiter, p99', 'ms', ({ latency }) => latency.p99),
    row('event loop delay, p50', 'ms', ({ delay }) => delay.p50),
    row('event loop delay, p99', 'ms', ({ delay }) => delay.p99),
  ].join('\n');
}
