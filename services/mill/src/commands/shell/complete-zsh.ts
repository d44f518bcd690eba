import {
  below,
  casePattern,
  lastName,
  placeOf,
  quoteWord,
  type CommandWords,
  type OptionWords,
} from './command-words.ts';

/** In the specifications of `_arguments` and `_describe` colons and brackets have a meaning. */
const plain = (text: string): string => text.replace(/[\\:[\]]/g, String.raw`\$&`);

function actionOf(takes: string, choices: readonly string[]): string {
  const name = plain(takes.replace(/[<>.]/g, ''));
  if (choices.length > 0) return `:${name}:(${choices.join(' ')})`;
  const place = placeOf(takes);
  return `:${name}:${place === undefined ? ' ' : place === 'folder' ? '_files -/' : '_files'}`;
}

function optionOf({ word, description, takes, choices }: OptionWords): string {
  return quoteWord(`*${word}[${plain(description)}]${takes === undefined ? '' : actionOf(takes, choices)}`);
}

/** The case of a command: what may be typed behind it. */
function wordCase(command: CommandWords, commands: readonly CommandWords[]): string {
  const names = below(commands, command).map((one) =>
    quoteWord(`${plain(lastName(one))}:${plain(one.description)}`),
  );
  const describe =
    names.length === 0
      ? ''
      : `[[ $PREFIX == -* ]] || { local -a names=(${names.join(' ')}); _describe command names; return }\n      `;
  const files = placeOf(command.words) === undefined ? '' : ` '*:file:_files'`;
  return `    ${quoteWord(command.path)})
      ${describe}_arguments ${command.options.map(optionOf).join(' ')}${files} ;;`;
}

/** A script for zsh: the names of commands and their options with what they mean, choices, files and folders. */
export function completeZsh(commands: readonly CommandWords[]): string {
  return `#compdef newsmill
# Completions of newsmill for zsh: newsmill completions zsh > "\${fpath[1]}/_newsmill"
_newsmill() {
  local path_= next at=2 depth=0
  while (( at < CURRENT )); do
    next=\${path_:+$path_ }\${words[at]}
    case $next in
      ${casePattern(commands)}) path_=$next depth=$(( at - 1 )) ;;
    esac
    (( at++ ))
  done
  # What stands behind the command is all that its options are read from.
  shift $depth words
  (( CURRENT -= depth ))
  case $path_ in
${commands.map((command) => wordCase(command, commands)).join('\n')}
  esac
}
if [[ \${funcstack[1]} == _newsmill ]]; then _newsmill "$@"; else compdef _newsmill newsmill; fi
`;
}
