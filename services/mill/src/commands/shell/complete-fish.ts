import { below, lastName, placeOf, type CommandWords, type OptionWords } from './command-words.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;

/** What a `complete` of fish holds for: the command that was typed. */
const at = (path: string): string => `complete -c newsmill -n ${quoted(`__newsmill_at ${quoted(path)}`)}`;

function valueOf({ takes, choices }: OptionWords): string {
  if (takes === undefined) return '';
  if (choices.length > 0) return ` -x -a ${quoted(choices.join(' '))}`;
  const place = placeOf(takes);
  if (place === undefined) return ' -x';
  return place === 'folder' ? ` -x -a '(__fish_complete_directories)'` : ' -r -F';
}

/** The lines of a command: what may be typed behind it. */
function linesOf(command: CommandWords, commands: readonly CommandWords[]): string[] {
  const { path, words, options } = command;
  const takesFiles = path === '' || placeOf(words) !== undefined;
  return [
    ...(takesFiles ? [] : [`${at(path)} -f`]),
    ...below(commands, command).map(
      (one) => `${at(path)} -f -a ${lastName(one)} -d ${quoted(one.description)}`,
    ),
    ...options.map(
      (option) => `${at(path)} -l ${option.word.slice(2)}${valueOf(option)} -d ${quoted(option.description)}`,
    ),
  ];
}

/** A script for fish: the names of commands and their options with what they mean, choices, files and folders. */
export function completeFish(commands: readonly CommandWords[]): string {
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# Completions of newsmill for fish: newsmill completions fish > ~/.config/fish/completions/newsmill.fish
function __newsmill_at
  set -l path ''
  for word in (commandline -opc)[2..]
    switch (string trim "$path $word")
      case ${paths.join(' ')}
        set path (string trim "$path $word")
    end
  end
  test "$path" = "$argv[1]"
end
${commands.flatMap((command) => linesOf(command, commands)).join('\n')}
`;
}
