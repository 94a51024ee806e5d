import { isRecord } from '../../../protocol/isRecord.ts';
import type { KnobName, SandboxKnobs } from './SandboxKnobs.ts';

interface KnobRule<Value> {
  initial: Value;
  accepts: (value: unknown) => boolean;
  /** Completes "it has to be …". */
  form: string;
}

const DAY = 24 * 60 * 60_000;

const isCount = (value: unknown, max: number) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;

const flag: KnobRule<boolean> = {
  initial: false,
  accepts: (value) => typeof value === 'boolean',
  form: 'true or false',
};

const count = (what: string, max: number, initial = 0): KnobRule<number> => ({
  initial,
  accepts: (value) => isCount(value, max),
  form: `${what}, an integer from 0 to ${max}`,
});

const chance: KnobRule<SandboxKnobs['drop']> = {
  initial: 0,
  accepts: (value) =>
    isRecord(value)
      ? Object.keys(value).join() === 'next' && isCount(value.next, 1000)
      : typeof value === 'number' && value >= 0 && value <= 1,
  form: 'a probability from 0 to 1, or { next: n }',
};

/** How each knob stands at first, and what it takes. */
export const knobRules: { readonly [Name in KnobName]: KnobRule<SandboxKnobs[Name]> } = {
  delay: count('milliseconds', DAY),
  drop: chance,
  duplicate: count('copies', 100),
  reorder: flag,
  wrongAmount: flag,
  foreignSecret: flag,
  slowReader: count('bytes a second', 1_000_000),
  keepTimestamp: flag,
  spacedBody: flag,
  hold: flag,
  rateLimit: count('requests', 1_000_000),
  rateWindow: {
    ...count('milliseconds', DAY, 60_000),
    accepts: (value) => value !== 0 && isCount(value, DAY),
  },
  failNext: count('requests', 1_000_000),
};

/** Every knob there is. */
export const knobNames = Object.keys(knobRules) as KnobName[];
