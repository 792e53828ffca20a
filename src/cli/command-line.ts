import { CommanderError } from 'commander';
import { toPrintable } from '../core/reporting/text-layout';
import { EXIT_CLEAN, EXIT_FAILED } from './exit-status';
import { createProgram } from './program';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/** Runs one command and gives its exit status. Rejects only on a mistake of our own. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let status = EXIT_CLEAN;
  const program = createProgram(surroundings, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has printed its own complaint already; help and version end this way too, with status 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CLEAN : EXIT_FAILED;
    if (!(error instanceof UsageError)) throw error;
    surroundings.stderr.write(`错误：${toPrintable(error.message)}\n`);
    return EXIT_FAILED;
  }
}
