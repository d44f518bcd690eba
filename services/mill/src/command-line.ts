import { Command, CommanderError } from 'commander';
import { commandList, type ListedCommand } from './commands/command-list.ts';
import type { AnyCommand, Environment } from './commands/declare/define-command.ts';
import { type FailureContext, endSoon, exitCodes, complain, version } from '@newsmill/service';

async function fail(error: unknown, context: FailureContext = {}): Promise<void> {
  const { explainFailure } = await import('@newsmill/service');
  const { text, code } = explainFailure(error, context);
  complain(text);
  endSoon(code);
}

/**
 * Runs a command and ends with its exit code; mistakes of people and of the world are told in a sentence, all
 * else with its stack.
 */
async function runCommand(
  command: AnyCommand,
  words: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  let environment: Environment = process.env;
  try {
    if (command.isWithoutSettings !== true) {
      const { readSettings, withSecrets } = await import('@newsmill/settings');
      readSettings(environment);
      environment = withSecrets(environment);
    }
    // Commander has read them as the command declares them.
    const code = await command.run(words as never, options as never, environment);
    if (code !== undefined) process.exitCode = code;
    return;
  } catch (error) {
    return fail(error, {
      asked: words.find((word): word is string => typeof word === 'string' && URL.canParse(word)),
      hasAllowPrivate: command.options['allowPrivate']?.takes !== undefined,
    });
  }
}

/** Whether the words that were typed name this command: what they do not name is not read. */
function isNamed({ name }: ListedCommand, typed: readonly string[]): boolean {
  const [first, ...rest] = typed.filter((word) => word !== 'help' && !word.startsWith('-'));
  const [own, below] = name.split(' ');
  return first === own && (below === undefined || rest.includes(below));
}

/** The command line: all commands by name, the named ones whole. */
async function readCommands(typed: readonly string[]): Promise<Command> {
  const program = new Command('newsmill')
    .description("Turns the feeds of the world's news into clean, structured, enriched, searchable articles.")
    .version(version)
    // Commands made from here on do so too: help and mistakes, once told, are thrown, and end nothing by themselves.
    .exitOverride();
  const terms = new Map<Command, string>();
  program.configureHelp({
    subcommandTerm: (command) =>
      terms.get(command) ?? `${command.name()} ${command.registeredArguments.length > 0 ? '[command]' : ''}`,
  });
  const made = new Map<string, Command>();
  for (const listed of commandList) {
    const [own = '', below] = listed.name.split(' ');
    const command = (below === undefined ? program : (made.get(own) ?? program)).command(below ?? own);
    made.set(listed.name, command);
    terms.set(
      command,
      [command.name(), ...(listed.load === undefined ? [] : ['[options]']), listed.words].join(' ').trim(),
    );
    command.description(listed.description);
    if (listed.load === undefined || !isNamed(listed, typed)) continue;
    const { fillCommand } = await import('./commands/declare/build-command.ts');
    const { command: declared } = await listed.load();
    fillCommand(command, declared, process.env, (words, options) => runCommand(declared, words, options));
  }
  // Else it would take the options of `takedown list` for its own.
  made.get('takedown')?.enablePositionalOptions();
  made.get('changes')?.enablePositionalOptions();
  return program;
}

// Whoever reads the answer may stop in the middle (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await readCommands(process.argv.slice(2))
  .then((program) => program.parseAsync())
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) return fail(error);
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  });
