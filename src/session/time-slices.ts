/** Tells a running review to stop. An AbortSignal is one; Internet Explorer 11 has none, so a plain object will do. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** The user cancelled the review; nothing is wrong. */
export class ReviewCancelled extends Error {
  constructor() {
    super('校验已取消。');
    this.name = 'ReviewCancelled';
    // Class extends Error loses its prototype when compiled to ES5.
    Object.setPrototypeOf(this, ReviewCancelled.prototype);
  }
}

/** Short enough for a pane to answer clicks in between. */
const SLICE_MILLISECONDS = 12;

/**
 * Runs the steps in slices, with a turn for everything else in between.
 * @param onProgress Called after each slice. @param milliseconds A slice lasts as long, or as long as its last step.
 * @throws ReviewCancelled as soon as the signal says so.
 */
export async function runInSlices<Step, Result>(
  steps: Generator<Step, Result>,
  signal: CancelSignal,
  onProgress: (step: Step) => void,
  milliseconds: number = SLICE_MILLISECONDS,
): Promise<Result> {
  for (;;) {
    // Before the first slice too: what the caller shows while it waits must be painted.
    await nextTurn();
    const end = Date.now() + milliseconds;
    do {
      throwIfCancelled(signal);
      const step = steps.next();
      if (step.done) return step.value;
      if (Date.now() >= end) onProgress(step.value);
    } while (Date.now() < end);
  }
}

export function throwIfCancelled(signal: CancelSignal): void {
  if (signal.aborted) throw new ReviewCancelled();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
