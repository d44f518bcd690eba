import { type Command, Option } from 'commander';
import { exitCodes } from '@newsmill/service';
import type { AnyCommand, DeclaredOption, Environment } from './define-command.ts';

/** What a command is given: its words, its options by name. */
export type Act = (words: readonly unknown[], options: Readonly<Record<string, unknown>>) => Promise<void>;

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** An option as it is typed, without its value. */
export function optionWord(name: string, { isOff = false }: DeclaredOption): string {
  return `--${isOff ? 'no-' : ''}${dashed(name)}`;
}

function optionOf(name: string, declared: DeclaredOption, environment: Environment): Option {
  const { takes, description, choices, isNeeded = false, read } = declared;
  const option = new Option(
    `${optionWord(name, declared)}${takes === undefined ? '' : ` ${takes}`}`,
    description,
  ).makeOptionMandatory(isNeeded);
  if (choices !== undefined) option.choices(choices);
  if (read !== undefined) option.argParser(read);
  const fallback = declared.fallbackOf?.(environment) ?? declared.fallback;
  // A number is shown as it is typed.
  if (typeof fallback === 'number') return option.default(fallback, JSON.stringify(String(fallback)));
  return fallback === undefined ? option : option.default(fallback);
}

/** What `--help` says below the options: what can be typed, and how it ends. */
function usage({ examples, exits }: AnyCommand): string {
  const codes = [...exits, 'usage' as const, 'fault' as const].map((name) => exitCodes[name]);
  return [
    '',
    'Examples:',
    ...examples.map((example) => `  $ ${example}`),
    '',
    `Exit codes: ${[...new Set(codes)].toSorted((a, b) => a - b).join(', ')} (docs/troubleshoot.md, "Exit codes")`,
  ].join('\n');
}

/** In front of the name of a command below another one, an option belongs to the one above. */
function withThoseAbove(command: Command): Record<string, unknown> {
  const own: Record<string, unknown> = command.opts();
  const above = command.parent;
  for (const name of Object.keys(own)) {
    if (command.getOptionValueSource(name) === 'default' && above?.getOptionValueSource(name) === 'cli')
      own[name] = above.getOptionValue(name);
  }
  return own;
}

/** Puts a declared command into the words that Commander reads; `act` is called when it is typed. */
export function fillCommand(
  command: Command,
  declared: AnyCommand,
  environment: Environment,
  act: Act,
): Command {
  command.description(declared.description).addHelpText('after', usage(declared));
  for (const word of declared.words.split(' ').filter((part) => part !== ''))
    command.argument(word, declared.wordMeanings?.[word]);
  for (const [name, option] of Object.entries(declared.options))
    command.addOption(optionOf(name, option, environment));
  return command.action(async (...parts: unknown[]) =>
    act(parts.slice(0, command.registeredArguments.length), withThoseAbove(command)),
  );
}
