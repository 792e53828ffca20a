/** Excel takes results in between and does not hold the script for hung. */
const SLICE_MILLISECONDS = 50;

/** Runs work in the order it was given, with a turn for everything else after each slice of time. */
export type InTurns = <T>(work: () => T) => Promise<T>;

export function createTurns(now: () => number = () => Date.now()): InTurns {
  let last: Promise<unknown> = Promise.resolve();
  let began = now();
  return (work) => {
    const turn = last.then(async () => {
      if (now() - began >= SLICE_MILLISECONDS) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        began = now();
      }
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
