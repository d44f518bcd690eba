import type { ExitCode } from './exit-codes.ts';

/**
 * What is still open after a failure may keep the process so long, milliseconds: nobody waits for a command
 * that has told why it cannot.
 */
const lastWordMs = 5_000;

/** Ends with this code, as soon as nothing is open any more. */
export function endSoon(code: ExitCode): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), lastWordMs).unref();
}
