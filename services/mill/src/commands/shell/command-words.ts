import type { AnyCommand } from '../declare/define-command.ts';
import { optionWord } from '../declare/build-command.ts';

/** An option as it is typed. */
export interface OptionWords {
  /** With its dashes. */
  readonly word: string;
  readonly description: string;
  /** What stands behind it; none: a switch. */
  readonly takes: string | undefined;
  readonly choices: readonly string[];
}

/** A command, or a name for several, as it is typed. */
export interface CommandWords {
  /** Its names in order with a space between, such as `dead list`; empty for newsmill itself. */
  readonly path: string;
  readonly description: string;
  readonly words: string;
  readonly options: readonly OptionWords[];
  /** None for a name of several, and for newsmill itself. */
  readonly declared: AnyCommand | undefined;
}

const help: OptionWords = { word: '--help', description: 'what it takes', takes: undefined, choices: [] };
const newsmill: CommandWords = {
  path: '',
  description: 'turns feeds into articles',
  words: '',
  options: [help, { ...help, word: '--version', description: 'its version' }],
  declared: undefined,
};

function optionsOf(declared: AnyCommand): OptionWords[] {
  return Object.entries(declared.options).map(([name, option]) => ({
    word: optionWord(name, option),
    description: option.description,
    takes: option.takes,
    choices: option.choices ?? [],
  }));
}

/** Newsmill and every command with all that can be typed behind it, read from the declarations of the commands. */
export async function readCommandWords(): Promise<readonly CommandWords[]> {
  const { commandList } = await import('../command-list.ts');
  const commands = await Promise.all(
    commandList.map(async ({ name, description, words, load }) => {
      const declared = (await load?.())?.command;
      return {
        path: name,
        description,
        words,
        options: declared === undefined ? [help] : [...optionsOf(declared), help],
        declared,
      };
    }),
  );
  return [newsmill, ...commands];
}

/** The name of a command without those of the commands above it. */
export function lastName({ path }: CommandWords): string {
  return path.slice(path.lastIndexOf(' ') + 1);
}

/** The commands whose names may be typed behind that of this one. */
export function below(commands: readonly CommandWords[], { path }: CommandWords): readonly CommandWords[] {
  return commands.filter((one) => one.path !== '' && above(one) === path);
}

function above({ path }: CommandWords): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(' ')));
}

/** The commands in the order of the overview, as a pattern of `case` in a shell of the Bourne family. */
export function casePattern(commands: readonly CommandWords[]): string {
  return commands
    .filter(({ path }) => path !== '')
    .map(({ path }) => quoteWord(path))
    .join('|');
}

/** Text as one word of a shell of the Bourne family. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Whether a word stands for a folder, a file, or neither. */
export function placeOf(takes: string): 'folder' | 'file' | undefined {
  if (/folder/.test(takes)) return 'folder';
  return /file|path|target/.test(takes) ? 'file' : undefined;
}
