import type { RefusalCode } from '@newsmill/operate';

/** How newsmill ends; where sysexits.h has a number for it, that one. docs/troubleshoot.md has the same table. */
export const exitCodes = {
  done: 0,
  no: 1,
  usage: 2,
  path: 66,
  unreachable: 69,
  fault: 70,
  busy: 75,
  configuration: 78,
} as const;
export type ExitName = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[ExitName];

/** How any command may end that works on a mill, besides what it answers. */
export const millExits = [
  'path',
  'unreachable',
  'busy',
  'configuration',
] as const satisfies readonly ExitName[];

/** What each code says to whoever started the command. */
export const exitMeanings: Readonly<Record<ExitName, string>> = {
  done: 'Done; a mill ended by SIGTERM or SIGINT ends so too.',
  no: 'The answer is no, or the command was refused; nothing of the mill is broken. The message says what stands in the way.',
  usage:
    'The words of the command line cannot be read. The message names what is allowed; `--help` shows all.',
  path: 'A file or folder that was named is missing, is not of the right kind, is damaged, or may not be read or written.',
  unreachable: 'A server or web page does not answer, or refuses. Again later may help.',
  fault: 'Something that nobody foresaw: the one case in which a stack is printed. Please report it.',
  busy: 'What is needed is in use: the port is taken, another mill works on the data folder, another command holds the lock. Again later may help.',
  configuration: 'A setting is wrong, or a source file that `validate` was to check.',
};

/** How a command ends that the mill refuses. */
// biome-ignore format: a table, read by its rows
export const refusalExits: Readonly<Record<RefusalCode, ExitName>> = {
  'bad-address': 'usage', 'bad-query': 'usage', 'bad-body': 'usage',
  'unknown-article': 'no',
  'no-original': 'no', 'unknown-item': 'no', 'unknown-dead-letter': 'no', 'unknown-replay': 'no', 'unknown-saved-search': 'no', 'unknown-source': 'no', 'unknown-version': 'no',
  'already-there': 'no', 'too-many-saved-searches': 'no', 'precondition-failed': 'no',
  'bad-export': 'no', 'bad-list': 'no', 'backup-exists': 'no', 'bad-backup': 'no', 'newer-backup': 'no', 'backup-changed': 'no',
  'untrusted-backup': 'no', 'not-empty': 'no', 'not-supported': 'no',
  'no-verification': 'no',
  'bad-backup-key': 'path', 'backup-not-written': 'path', 'restore-overtaken': 'busy', 'verification-runs': 'busy',
};
