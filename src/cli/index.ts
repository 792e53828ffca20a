import { runCommandLine } from './command-line';
import { EXIT_FAILED } from './exit-status';

// The reader of a pipe may leave early (`| head`): that is no failure, and there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

runCommandLine(process.argv.slice(2), process).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = EXIT_FAILED;
    process.stderr.write(
      `程序内部错误，没有做完：${error instanceof Error ? error.stack || error.message : String(error)}\n`,
    );
  },
);
