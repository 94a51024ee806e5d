/** Steps of a script that are taken one after the other; the last one stays. */
export interface Turns<Step> {
  take: () => Step;
  /** Whether the next one is still to come, or stays as it is. */
  hasMore: () => boolean;
  /** Leaves out all that has not been taken: from now on it is this. */
  stayAt: (step: Step) => void;
}

/** Takes steps in turn. @throws When there is none. */
export function inTurn<Step>([first, ...others]: readonly Step[], what: string): Turns<Step> {
  if (first === undefined) throw new Error(`scriptedBackend: ${what} needs at least one step.`);
  let left: Step[] = [first, ...others];
  let current: Step = first;
  return {
    take() {
      current = left.shift() ?? current;
      return current;
    },
    hasMore: () => left.length > 0,
    stayAt(step) {
      left = [];
      current = step;
    },
  };
}
