import { below, casePattern, lastName, placeOf, quoteWord, type CommandWords } from './command-words.ts';

/** `compgen` for what an option takes. */
function valueOf(takes: string, choices: readonly string[]): string {
  if (choices.length > 0) return `COMPREPLY=($(compgen -W ${quoteWord(choices.join(' '))} -- "$cur"))`;
  const place = placeOf(takes);
  return place === undefined
    ? 'COMPREPLY=()'
    : `COMPREPLY=($(compgen -${place === 'folder' ? 'd' : 'f'} -- "$cur"))`;
}

/** The case of each option of a command that takes something. */
function valueCases({ path, options }: CommandWords): string[] {
  return options.flatMap(({ word, takes, choices }) =>
    takes === undefined ? [] : [`    ${quoteWord(`${path} ${word}`)}) ${valueOf(takes, choices)}; return ;;`],
  );
}

/** The case of a command: what may be typed behind it. */
function wordCase(command: CommandWords, commands: readonly CommandWords[]): string {
  const { path, options, words } = command;
  const offered = [...below(commands, command).map(lastName), ...options.map(({ word }) => word)].join(' ');
  const place = placeOf(words);
  const places =
    place === undefined ? '' : ` COMPREPLY+=($(compgen -${place === 'folder' ? 'd' : 'f'} -- "$cur"))`;
  return `    ${quoteWord(path)}) COMPREPLY=($(compgen -W ${quoteWord(offered)} -- "$cur"))${places} ;;`;
}

/** A script for bash: the names of commands, their options, what these choose among, files and folders. */
export function completeBash(commands: readonly CommandWords[]): string {
  return `# Completions of newsmill for bash: source <(newsmill completions bash)
_newsmill() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} path= at next
  for ((at = 1; at < COMP_CWORD; at++)); do
    next=\${path:+$path }\${COMP_WORDS[at]}
    case $next in
      ${casePattern(commands)}) path=$next ;;
    esac
  done
  compopt -o filenames 2>/dev/null
  case "\${path:+$path }$prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case $path in
${commands.map((command) => wordCase(command, commands)).join('\n')}
  esac
}
complete -F _newsmill newsmill ./newsmill
`;
}
