import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a test hears a process: by its words to people, or, with `log`, by the lines of its log alone. */
export function hearingOf(log: string[] | undefined): {
  readonly settings: Readonly<Record<string, string>>;
  readonly stdio: ['ignore', 'pipe', 'pipe' | 'inherit'];
} {
  return log === undefined
    ? { settings: { NEWSMILL_WELCOME: 'yes' }, stdio: ['ignore', 'pipe', 'inherit'] }
    : {
        settings: { NEWSMILL_WELCOME: 'no', NEWSMILL_LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'pipe'],
      };
}

const words = /^(?:console and search|this process):\s+(http[^/\s]*\/\/[^/\s]+)/;
const note = /"address":"([^"]+)".*"msg":"mill\.started"/;

/**
 * Resolves with the address that a process says when it runs; undefined when it ends before. What it says is
 * read on to its end, into `log` where that is given, else into `said` up to the address.
 */
export function untilRunning(
  child: ChildProcess,
  said: string[],
  log: string[] | undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log?.push(line);
        if (log === undefined) said.push(line);
        const address = (log === undefined ? words : note).exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('close', () => resolve(undefined));
  });
}
