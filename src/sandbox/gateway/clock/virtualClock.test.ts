import { describe, expect, it } from 'vitest';
import { virtualClock } from './virtualClock.ts';

/** Ends on its own, at no time that a clock knows. */
const somethingReal = () => crypto.subtle.digest('SHA-256', new Uint8Array(1));

describe('a virtual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = virtualClock(1000);
    const done: string[] = [];
    clock.schedule(0, () => void done.push('now'));
    await somethingReal();
    expect([clock.now(), done]).toEqual([1000, []]);
    await clock.advance(0);
    expect([clock.now(), done]).toEqual([1000, ['now']]);
  });

  it('does what falls due in its order, each to its end, and at its own time', async () => {
    const clock = virtualClock(0);
    const done: [string, number][] = [];
    clock.schedule(20, async () => {
      done.push(['second begins', clock.now()]);
      await somethingReal();
      done.push(['second ends', clock.now()]);
    });
    clock.schedule(10, async () => {
      await somethingReal();
      done.push(['first', clock.now()]);
      clock.schedule(15, () => void done.push(['third', clock.now()]));
    });
    clock.schedule(31, () => void done.push(['not yet', clock.now()]));
    await clock.advance(30);
    expect(done).toEqual([
      ['first', 10],
      ['second begins', 20],
      ['second ends', 20],
      ['third', 25],
    ]);
    expect(clock.now()).toBe(30);
  });

  it('lets other things happen while a task sleeps', async () => {
    const clock = virtualClock(0);
    const done: string[] = [];
    clock.schedule(0, async (sleep) => {
      await sleep(100);
      done.push(`woke at ${clock.now()}`);
    });
    clock.schedule(50, () => void done.push('meanwhile'));
    await clock.advance(60);
    expect(done).toEqual(['meanwhile']);
    await clock.advance(60);
    expect(done).toEqual(['meanwhile', 'woke at 100']);
  });

  it('waits for what was begun at once', async () => {
    const clock = virtualClock(0);
    let isDone = false;
    void clock.run(async (sleep) => {
      await sleep(5);
      await somethingReal();
      isDone = true;
    });
    await clock.advance(10);
    expect(isDone).toBe(true);
  });

  it('forgets what is taken back', async () => {
    const clock = virtualClock();
    const takeBack = clock.schedule(10, () => expect.unreachable());
    takeBack();
    await clock.advance(20);
    expect(clock.now()).toBeGreaterThan(20);
  });

  it('makes one move after another', async () => {
    const clock = virtualClock(0);
    const times: number[] = [];
    clock.schedule(15, () => void times.push(clock.now()));
    await Promise.all([clock.advance(10), clock.advance(10)]);
    expect([times, clock.now()]).toEqual([[15], 20]);
  });

  it.each([-1, Number.NaN, Infinity])('refuses to move by %s', async (ms) => {
    await expect(virtualClock().advance(ms)).rejects.toMatchObject({ code: 'invalid_option' });
  });
});
