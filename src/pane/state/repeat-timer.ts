import { HostError } from '../../host/port/host-error';

/** An edit is followed by others: the workbook is checked again when the user pauses. */
export const RECHECK_DELAY = 600;

/** A busy workbook is asked again after these pauses, the last of them over and over. */
export const BUSY_DELAYS: readonly number[] = [2000, 4000, 8000];

/** A workbook that gives no answer for so long is said to be slow. */
export const STALL_DELAY = 10000;

type Timer = ReturnType<typeof setTimeout>;

export interface RepeatTimer {
  set(task: () => void, milliseconds: number): void;
  /** Like `set`, after a pause that grows with each time, until `reset`. */
  setNextPause(task: () => void): void;
  clear(): void;
  reset(): void;
}

/** At most one task waits. */
export function createTimer(): RepeatTimer {
  let timer: Timer | null = null;
  let pauses = 0;
  const clear = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const set = (task: () => void, milliseconds: number): void => {
    clear();
    timer = setTimeout(() => {
      timer = null;
      task();
    }, milliseconds);
  };
  return {
    set,
    setNextPause(task) {
      set(task, BUSY_DELAYS[Math.min(pauses, BUSY_DELAYS.length - 1)]);
      pauses += 1;
    },
    clear,
    reset() {
      pauses = 0;
    },
  };
}

/** Whether the workbook refused because it is busy: asked again later, it may do what it was asked for. */
export function isBusy(error: unknown): boolean {
  return error instanceof HostError && error.code === 'busy';
}
