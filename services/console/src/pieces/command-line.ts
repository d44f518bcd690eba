import { shellWord } from './shell-word.ts';

/** A line to type: what it begins with, and the options that have a value. */
export function commandLine(
  start: string,
  options: readonly (readonly [name: string, value: string])[],
): string {
  const given = options.filter(([, value]) => value !== '');
  return [start, ...given.map(([name, value]) => `${name} ${shellWord(value)}`)].join(' ');
}
