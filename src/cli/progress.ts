import { SingleBar } from 'cli-progress';
import { shorten, toPrintable } from '../core/reporting/text-layout';
import stringWidth from 'string-width';
import type { OutputStream } from './surroundings';

export interface Progress {
  /** @param done Files done; a file half reviewed counts a half. */
  update(done: number, file: string): void;
  stop(): void;
}

const PATIENCE_MS = 1000;
const FILE_COLUMNS = 40;

/** A bar on the terminal, shown only once the work has taken a second; nothing without a terminal. */
export function startProgress(total: number, stream: OutputStream | null, work = '校验中'): Progress {
  if (stream === null || stream.isTTY !== true) return { update: () => undefined, stop: () => undefined };
  const startedAt = Date.now();
  const bar = new SingleBar({
    format: `${work} [{bar}] {percentage}%  {file}`,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    stream: stream as NodeJS.WriteStream,
  });
  let isShown = false;
  return {
    update(done, file) {
      const shown = { file: shorten(toPrintable(file), FILE_COLUMNS, stringWidth) };
      if (isShown) bar.update(done, shown);
      else if (Date.now() - startedAt >= PATIENCE_MS) {
        isShown = true;
        bar.start(total, done, shown);
      }
    },
    stop: () => bar.stop(),
  };
}
