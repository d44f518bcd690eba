import { exitCodes, exitMeanings, type ExitName } from '@newsmill/service';
import type { CommandWords } from './command-words.ts';

/** Text for roff: a backslash is written out, and no line begins with a dot or an apostrophe that commands. */
function roff(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replace(/^(?=[.'])/gm, String.raw`\&`);
}

function commandPart({ path, words, description, options, declared }: CommandWords): string[] {
  if (declared === undefined) return [];
  return [
    `.SS ${roff(`newsmill ${path}${words === '' ? '' : ` ${words}`}`)}`,
    roff(description),
    ...options.flatMap(({ word, takes, description: meaning, choices }) => [
      '.TP',
      `.B ${roff(`${word}${takes === undefined ? '' : ` ${takes}`}`)}`,
      roff(choices.length === 0 ? meaning : `${meaning}: ${choices.join(', ')}`),
    ]),
    '.PP',
    'Examples:',
    '.nf',
    ...declared.examples.map((example) => roff(`  ${example}`)),
    '.fi',
  ];
}

/** All commands as a page for man(1), in the macros of man(7). */
export function manPage(commands: readonly CommandWords[], version: string): string {
  // the names of the table itself
  const names = Object.keys(exitCodes) as ExitName[];
  return `${[
    `.TH NEWSMILL 1 "" ${roff(`"newsmill ${version}"`)} "User Commands"`,
    '.SH NAME',
    roff('newsmill - turns the feeds of the world into clean, structured, enriched, searchable articles'),
    '.SH SYNOPSIS',
    '.B newsmill',
    roff('<command> [options]'),
    '.SH COMMANDS',
    ...commands.flatMap(commandPart),
    '.SH EXIT STATUS',
    ...names.flatMap((name) => ['.TP', `.B ${exitCodes[name]}`, roff(exitMeanings[name])]),
    '.SH ENVIRONMENT',
    roff('Every setting is a variable; docs/settings.md tells of them.'),
  ].join('\n')}\n`;
}
