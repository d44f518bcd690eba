import { answerAsJson, type ExitCode, type ExitName } from '@newsmill/service';

export type Environment = Readonly<Record<string, string | undefined>>;

/** An option as a command declares it; `T` is what `run` is given. */
export interface DeclaredOption<T = unknown> {
  readonly description: string;
  /** What stands behind its name, such as `<folder>`; none: a switch. */
  readonly takes?: string;
  /** What holds without it. */
  readonly fallback?: T;
  /** The same, where the environment has a say. */
  readonly fallbackOf?: (environment: Environment) => T;
  readonly choices?: readonly string[];
  readonly isNeeded?: boolean;
  /** Written `--no-name`: the value is true without it. */
  readonly isOff?: boolean;
  readonly read?: (text: string) => T;
}
export type DeclaredOptions = Readonly<Record<string, DeclaredOption>>;

/** The values of the options. */
export type OptionValues<O> = {
  readonly [K in keyof O]: O[K] extends DeclaredOption<infer T> ? T : never;
};

type Word<W extends string> = W extends `<${string}...>` | `[${string}...]`
  ? readonly string[]
  : W extends `<${string}>`
    ? string
    : string | undefined;

/** The words of a command: `<url> [file]` gives `[string, string | undefined]`. */
export type Words<S extends string> = S extends ''
  ? []
  : S extends `${infer First} ${infer Rest}`
    ? [Word<First>, ...Words<Rest>]
    : [Word<S>];

/** The words of a command as they are written: `<url> [file]` gives `<url>` or `[file]`. */
type WrittenWord<S extends string> = S extends `${infer First} ${infer Rest}` ? First | WrittenWord<Rest> : S;

/** A command, whole: what it is called, what it takes, how it is used, how it ends, what it does. */
export interface Command<S extends string = string, O extends DeclaredOptions = DeclaredOptions> {
  /** As it is typed, such as `dead list`. */
  readonly name: string;
  readonly description: string;
  /** Its words, such as `<name> [file]`. */
  readonly words: S;
  /** What a word means, where its name does not say it; by the word as it is written, such as `<name>`. */
  readonly wordMeanings?: { readonly [W in WrittenWord<S>]?: string };
  readonly options: O;
  /** Lines that people can type. */
  readonly examples: readonly [string, ...string[]];
  /** How it may end, besides `usage` and `fault`, as every command may. */
  readonly exits: readonly ExitName[];
  /** Whether what it writes has a form of its own: a script, a protocol, the log of a process. */
  readonly hasOwnForm?: boolean;
  /** Whether it may be asked while a setting is wrong, or reads the settings itself. */
  readonly isWithoutSettings?: boolean;
  run(
    words: Words<S>,
    options: OptionValues<O>,
    environment: Environment,
  ): Promise<ExitCode | undefined> | ExitCode;
}

/** A command whose words and options are known to itself alone. */
export type AnyCommand = Omit<Command, 'run'> & {
  // The words and options that it is given were read by its own declaration.
  run(words: never, options: never, environment: Environment): Promise<ExitCode | undefined> | ExitCode;
};

/** In which form a command answers that has no forms of its own. */
const format: DeclaredOption<'text' | 'json'> = {
  takes: '<format>',
  description: 'json: for programs, on standard output',
  choices: ['text', 'json'],
  fallback: 'text',
};

/**
 * A command as it is declared. Whichever has no forms of its own answers in words or, by `--format json`, in JSON:
 * as its `--json` does, or what it hands to `answer`.
 */
export function defineCommand<const S extends string, O extends DeclaredOptions>(
  command: Command<S, O>,
): Command<S, O> {
  const { options } = command;
  if (command.hasOwnForm === true || 'format' in options) return command;
  return {
    ...command,
    options: { ...options, format },
    run(words, values, environment) {
      const { format: form, ...given }: Readonly<Record<string, unknown>> = values;
      const isJson = form === 'json';
      if (isJson && !('json' in options)) answerAsJson();
      // The options of the command itself, read as it declares them.
      const own = { ...given, ...(isJson && 'json' in options ? { json: true } : {}) } as OptionValues<O>;
      return command.run(words, own, environment);
    },
  };
}
