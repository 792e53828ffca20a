import { isOutOfReach, noAnswer, toHostError } from './excel-error';
import type { Batch, OfficeLibrary } from './office-library';

/** How long one round trip may take, in milliseconds. Far above what the slowest machine needs for the largest part. */
const PATIENCE = 120000;

/**
 * All that is asked of Excel, one batch after the other: two at a time could remove or add the same marks twice. A
 * batch that Excel never answers is given up, so that it does not hold up the later ones; it goes no further then, even
 * when an answer comes after all.
 */
export class Conversation {
  /** Settles when the batch before has ended. */
  private former: Promise<unknown> = Promise.resolve();

  /** Called when Excel did not answer, or its session has ended: what it had to tell meanwhile may be lost. */
  onLost: () => void = () => undefined;

  constructor(
    private readonly library: OfficeLibrary,
    private readonly patience: number = PATIENCE,
  ) {}

  /** Rejects with a HostError and nothing else. */
  run<T>(batch: Batch<T>): Promise<T> {
    const result = this.former.then(async (): Promise<T> => {
      let ended: { readonly result: T } | null = null;
      try {
        // Not delayed until the user has left cell-edit mode: a sentence is better than a pane that waits in silence.
        await this.library.Excel.run(async (context) => {
          this.limitWaiting(context);
          ended = { result: await batch(context) };
        });
      } catch (error) {
        if (isOutOfReach(error)) this.onLost();
        // A batch may know what to make of a lost connection; cleaning up after it cannot.
        if (ended === null) throw toHostError(error);
      }
      return (ended as unknown as { readonly result: T }).result;
    });
    this.former = result.catch(() => undefined);
    return result;
  }

  private limitWaiting(context: Excel.RequestContext): void {
    const sync = context.sync.bind(context) as <T>(passed?: T) => Promise<T>;
    let isGivenUp = false;
    context.sync = <T>(passed?: T): Promise<T> => {
      if (isGivenUp) return Promise.reject(noAnswer());
      return new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => {
          isGivenUp = true;
          reject(noAnswer());
        }, this.patience);
        const settle = <A>(finish: (answer: A) => void): ((answer: A) => void) => {
          return (answer) => {
            clearTimeout(timer);
            finish(answer);
          };
        };
        sync(passed).then(settle(resolve), settle(reject));
      });
    };
  }
}
