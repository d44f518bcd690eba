import type { ExitCode } from './exit-codes.ts';

/** What to tell people, and how to end. */
export interface Failure {
  readonly text: string;
  readonly code: ExitCode;
}
