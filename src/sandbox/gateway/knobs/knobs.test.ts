import { describe, expect, it } from 'vitest';
import { sandboxFixture } from '../sandboxCalls.fixture.ts';
import { knobBoard } from './knobBoard.ts';
import { parseKnobText } from './parseKnobs.ts';

const allOff = {
  delay: 0,
  drop: 0,
  duplicate: 0,
  reorder: false,
  wrongAmount: false,
  foreignSecret: false,
  slowReader: 0,
  keepTimestamp: false,
  spacedBody: false,
  hold: false,
  rateLimit: 0,
  rateWindow: 60_000,
  failNext: 0,
};

describe('the knobs of a sandbox', () => {
  it('are all off, unless it is made with others', () => {
    expect(sandboxFixture().sandbox.knobs()).toEqual(allOff);
    const { sandbox } = sandboxFixture({ knobs: { delay: 8000, reorder: true } });
    expect(sandbox.knobs()).toEqual({ ...allOff, delay: 8000, reorder: true });
  });

  it('can be set while it runs, and stay as they are where they are not named', () => {
    const { sandbox } = sandboxFixture({ knobs: { delay: 8000 } });
    sandbox.setKnobs({ drop: { next: 2 } });
    expect(sandbox.knobs()).toEqual({ ...allOff, delay: 8000, drop: { next: 2 } });
  });

  it.each([
    [{ dely: 1 }, /no knob dely.+delay/],
    [{ delay: -1 }, /delay does not take -1: it has to be milliseconds, an integer from 0/],
    [{ delay: 1.5 }, /delay/],
    [{ delay: '8000' }, /delay does not take "8000"/],
    [{ delay: null }, /delay/],
    [{ drop: 1.1 }, /drop.+probability from 0 to 1, or \{ next: n \}/],
    [{ drop: { next: -1 } }, /drop/],
    [{ drop: { next: 1, last: 2 } }, /drop/],
    [{ duplicate: true }, /duplicate.+copies/],
    [{ reorder: 1 }, /reorder.+true or false/],
    [{ rateWindow: 0 }, /rateWindow/],
    [{ toString: 1 }, /no knob toString/],
  ])('refuse %j', (knobs, message) => {
    const wrong = expect.objectContaining({
      code: 'invalid_option',
      message: expect.stringMatching(message),
    });
    expect(() => sandboxFixture({ knobs: knobs as object })).toThrow(wrong);
    const { sandbox } = sandboxFixture();
    expect(() => sandbox.setKnobs(knobs as object)).toThrow(wrong);
    expect(sandbox.knobs()).toEqual(allOff);
  });

  it('are told to whoever listens', () => {
    const told: unknown[] = [];
    knobBoard({}, ({ delay }) => told.push(delay)).set({ delay: 5 });
    expect(told).toEqual([5]);
  });
});

describe('losing', () => {
  it('the next n counts down to none', () => {
    const knobs = knobBoard({ drop: { next: 2 } });
    expect([knobs.takeDrop(), knobs.read().drop, knobs.takeDrop(), knobs.read().drop]).toEqual([
      true,
      { next: 1 },
      true,
      0,
    ]);
    expect(knobs.takeDrop()).toBe(false);
  });

  it.each([
    [0, [false, false, false]],
    [0.5, [true, true, false]],
    [1, [true, true, true]],
  ])('with a probability of %s is decided by chance', (drop, lost) => {
    const chances = [0, 0.49, 0.99];
    const knobs = knobBoard({ drop }, undefined, () => chances.shift() ?? 0);
    expect([knobs.takeDrop(), knobs.takeDrop(), knobs.takeDrop()]).toEqual(lost);
  });
});

describe('a knob in words', () => {
  it.each([
    ['delay=8000', { delay: 8000 }],
    ['drop=0.3', { drop: 0.3 }],
    ['drop=next:2', { drop: { next: 2 } }],
    ['reorder', { reorder: true }],
    ['hold=false', { hold: false }],
  ])('%s', (text, knobs) => expect(parseKnobText(text)).toEqual(knobs));

  it.each(['', '=1', 'delay', 'delay=', 'delay=soon', 'reorder=1', 'drop=next:', 'drop=next:x'])(
    'refuses %j',
    (text) => expect(() => parseKnobText(text)).toThrow(/knob/),
  );
});
