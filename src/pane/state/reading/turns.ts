/** One after the other: what checks or plans for a workbook does one thing at a time, and drops it for the next. */
export interface Turns {
  next(): Turn;
}

export interface Turn {
  /** Resolves when all turns before this one have ended. */
  readonly ready: Promise<void>;
  /** Also where its work is merely not wanted any more: it may never come to an end. */
  end(): void;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return {
    next() {
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const ready = last;
      last = ready.then(() => ended);
      return { ready, end };
    },
  };
}
