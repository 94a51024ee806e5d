/** How long a decision waits for a challenge to decide about, in milliseconds. */
const PATIENCE_MS = 4_000;

type Decide<Decision> = (decision: Decision) => void;

/** Where a challenge is opened, and decided by the test: whichever comes first waits for the other. */
export function challengeDesk<Decision>() {
  let open: Decide<Decision> | undefined;
  let waiting: ((decide: Decide<Decision>) => void) | undefined;

  const awaitChallenge = () =>
    new Promise<Decide<Decision>>((resolve, reject) => {
      const giveUp = () =>
        reject(new Error(`fakeStripe: no 3-D Secure was asked for in ${PATIENCE_MS / 1000} s.`));
      const timer = setTimeout(giveUp, PATIENCE_MS);
      waiting = (decide) => {
        clearTimeout(timer);
        resolve(decide);
      };
    });

  return {
    /** Opens a challenge, and resolves with what was decided. */
    ask: (): Promise<Decision> =>
      new Promise((resolve) => {
        if (waiting === undefined) open = resolve;
        else waiting(resolve);
        waiting = undefined;
      }),

    /** Decides about the challenge that is open, or the next one. @throws When none is opened in 4 seconds. */
    async decide(decision: Decision): Promise<void> {
      const decideOpen = open ?? (await awaitChallenge());
      open = undefined;
      decideOpen(decision);
    },
  };
}
