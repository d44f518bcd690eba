import { below, placeOf, type CommandWords, type OptionWords } from './command-words.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;

function optionOf(path: string, { word, description, takes, choices }: OptionWords): string {
  const place = takes === undefined ? undefined : placeOf(takes);
  const value =
    takes === undefined
      ? ''
      : choices.length > 0
        ? ` -x -a ${quoted(choices.join(' '))}`
        : place === 'folder'
          ? ` -x -a '(__fish_complete_directories)'`
          : place === 'file'
            ? ' -r -F'
            : ' -x';
  return `complete -c newsmill -n ${quoted(`__newsmill_at ${quoted(path)}`)} -l ${word.slice(2)}${value} -d ${quoted(description)}`;
}

/** A script for fish: the names of commands and their options with what they mean, choices, files and folders. */
export function completeFish(commands: readonly CommandWords[]): string {
  const lines = [[], ...commands.map(({ path }) => path)].flatMap((path) => {
    const name = path.join(' ');
    const own = commands.find((one) => one.path.join(' ') === name);
    const names = below(commands, path).map(
      (one) =>
        `complete -c newsmill -n ${quoted(`__newsmill_at ${quoted(name)}`)} -f -a ${one.path.at(-1)} -d ${quoted(one.description)}`,
    );
    const files =
      own === undefined || placeOf(own.words) !== undefined
        ? []
        : [`complete -c newsmill -n ${quoted(`__newsmill_at ${quoted(name)}`)} -f`];
    return [...files, ...names, ...(own?.options ?? []).map((option) => optionOf(name, option))];
  });
  return `# Completions of newsmill for fish: newsmill completions fish > ~/.config/fish/completions/newsmill.fish
function __newsmill_at
  set -l path ''
  for word in (commandline -opc)[2..]
    switch (string trim "$path $word")
      case ${commands.map(({ path }) => quoted(path.join(' '))).join(' ')}
        set path (string trim "$path $word")
    end
  end
  test "$path" = "$argv[1]"
end
${lines.join('\n')}
`;
}
