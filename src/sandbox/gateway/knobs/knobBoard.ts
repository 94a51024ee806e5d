import { knobRules } from './knobRules.ts';
import { parseKnobs } from './parseKnobs.ts';
import type { SandboxKnobs } from './SandboxKnobs.ts';

const initialKnobs = Object.fromEntries(
  Object.entries(knobRules).map(([name, { initial }]) => [name, initial]),
) as unknown as SandboxKnobs;

/**
 * Holds the knobs of a sandbox, and counts down those that are for the next few.
 *
 * @param onChange Told how all of them stand.
 * @param random From 0 to below 1.
 * @throws {ConfigError} When one does not take its value.
 */
export function knobBoard(
  given: Partial<SandboxKnobs> = {},
  onChange: (knobs: SandboxKnobs) => void = () => {},
  random: () => number = Math.random,
) {
  let knobs: SandboxKnobs = { ...initialKnobs, ...parseKnobs(given) };

  function set(changes: Partial<SandboxKnobs>): void {
    knobs = { ...knobs, ...parseKnobs(changes) };
    onChange(knobs);
  }

  return {
    read: (): SandboxKnobs => knobs,

    /** Leaves those that are not named as they are. @throws {ConfigError} When one does not take its value. */
    set,

    /** Tells whether what leaves now is lost on the way. */
    takeDrop(): boolean {
      const { drop } = knobs;
      if (typeof drop === 'number') return random() < drop;
      if (drop.next === 0) return false;
      set({ drop: drop.next === 1 ? 0 : { next: drop.next - 1 } });
      return true;
    },

    /** Tells whether the request that comes now is to fail. */
    takeFailure(): boolean {
      if (knobs.failNext === 0) return false;
      set({ failNext: knobs.failNext - 1 });
      return true;
    },
  };
}

export type KnobBoard = ReturnType<typeof knobBoard>;
