import { below, placeOf, type CommandWords } from './command-words.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** `compgen` for what an option takes. */
function valueOf(takes: string, choices: readonly string[]): string {
  if (choices.length > 0) return `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$cur"))`;
  const place = placeOf(takes);
  return place === undefined
    ? 'COMPREPLY=()'
    : `COMPREPLY=($(compgen -${place === 'folder' ? 'd' : 'f'} -- "$cur"))`;
}

/** A script for bash: the names of commands, their options, what these choose among, files and folders. */
export function completeBash(commands: readonly CommandWords[]): string {
  const paths = [[], ...commands.map(({ path }) => path)];
  const steps = commands.map(({ path }) => quoted(path.join(' ')));
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ word, takes, choices }) =>
      takes === undefined
        ? []
        : [`    ${quoted([...path, word].join(' '))}) ${valueOf(takes, choices)}; return ;;`],
    ),
  );
  const words = paths.map((path) => {
    const own = commands.find((one) => one.path.join(' ') === path.join(' '));
    const names = below(commands, path).map((one) => one.path.at(-1));
    const options = own === undefined ? ['--help', '--version'] : own.options.map(({ word }) => word);
    const place = own === undefined ? undefined : placeOf(own.words);
    return `    ${quoted(path.join(' '))}) COMPREPLY=($(compgen -W ${quoted([...names, ...options].join(' '))} -- "$cur"))${place === undefined ? '' : ` COMPREPLY+=($(compgen -${place === 'folder' ? 'd' : 'f'} -- "$cur"))`} ;;`;
  });
  return `# Completions of newsmill for bash: source <(newsmill completions bash)
_newsmill() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path= at next
  for ((at = 1; at < COMP_CWORD; at++)); do
    next=\${path:+$path }\${COMP_WORDS[at]}
    case $next in
      ${steps.join('|')}) path=$next ;;
    esac
  done
  compopt -o filenames 2>/dev/null
  case "\${path:+$path }$prev" in
${values.join('\n')}
  esac
  case $path in
${words.join('\n')}
  esac
}
complete -F _newsmill newsmill ./newsmill
`;
}
