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
  /** Its names in order, such as `dead`, `list`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly words: string;
  readonly options: readonly OptionWords[];
  /** None for a name of several. */
  readonly declared: AnyCommand | undefined;
}

const help: OptionWords = { word: '--help', description: 'what it takes', takes: undefined, choices: [] };

function optionsOf(declared: AnyCommand): OptionWords[] {
  return Object.entries(declared.options).map(([name, option]) => ({
    word: optionWord(name, option),
    description: option.description,
    takes: option.takes,
    choices: option.choices ?? [],
  }));
}

/** Every command with all that can be typed behind it, read from the declarations of the commands. */
export async function readCommandWords(): Promise<readonly CommandWords[]> {
  const { commandList } = await import('../command-list.ts');
  return Promise.all(
    commandList.map(async ({ name, description, words, load }) => {
      const declared = (await load?.())?.command;
      return {
        path: name.split(' '),
        description,
        words,
        options: declared === undefined ? [help] : [...optionsOf(declared), help],
        declared,
      };
    }),
  );
}

/** What may be typed behind these names: the commands below them. */
export function below(commands: readonly CommandWords[], path: readonly string[]): readonly CommandWords[] {
  return commands.filter(
    (one) => one.path.length === path.length + 1 && path.every((word, index) => one.path[index] === word),
  );
}

/** Whether a word stands for a folder, a file, or neither. */
export function placeOf(takes: string): 'folder' | 'file' | undefined {
  if (/folder/.test(takes)) return 'folder';
  return /file|path|target/.test(takes) ? 'file' : undefined;
}
