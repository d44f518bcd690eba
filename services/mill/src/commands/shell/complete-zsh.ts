import { below, placeOf, type CommandWords, type OptionWords } from './command-words.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
/** In the specifications of `_arguments` and `_describe` colons and brackets have a meaning. */
const plain = (text: string): string => text.replace(/[\\:[\]]/g, String.raw`\$&`);

function actionOf(takes: string, choices: readonly string[]): string {
  const name = plain(takes.replace(/[<>.]/g, ''));
  if (choices.length > 0) return `:${name}:(${choices.join(' ')})`;
  const place = placeOf(takes);
  return `:${name}:${place === undefined ? ' ' : place === 'folder' ? '_files -/' : '_files'}`;
}

function optionOf({ word, description, takes, choices }: OptionWords): string {
  return quoted(`*${word}[${plain(description)}]${takes === undefined ? '' : actionOf(takes, choices)}`);
}

/** A script for zsh: the names of commands and their options with what they mean, choices, files and folders. */
export function completeZsh(commands: readonly CommandWords[]): string {
  const cases = [[], ...commands.map(({ path }) => path)].map((path) => {
    const own = commands.find((one) => one.path.join(' ') === path.join(' '));
    const names = below(commands, path).map((one) =>
      quoted(`${plain(one.path.at(-1) ?? '')}:${plain(one.description)}`),
    );
    const options = (own?.options ?? []).map(optionOf);
    const rest = own !== undefined && placeOf(own.words) !== undefined ? ` '*:file:_files'` : '';
    return `    ${quoted(path.join(' '))})
      ${names.length === 0 ? '' : `[[ $PREFIX == -* ]] || { local -a names=(${names.join(' ')}); _describe command names; return }\n      `}_arguments ${options.join(' ')}${rest} ;;`;
  });
  return `#compdef newsmill
# Completions of newsmill for zsh: newsmill completions zsh > "\${fpath[1]}/_newsmill"
_newsmill() {
  local path_= next at=2 depth=0
  while (( at < CURRENT )); do
    next=\${path_:+$path_ }\${words[at]}
    case $next in
      ${commands.map(({ path }) => quoted(path.join(' '))).join('|')}) path_=$next depth=$(( at - 1 )) ;;
    esac
    (( at++ ))
  done
  # What stands behind the command is all that its options are read from.
  shift $depth words
  (( CURRENT -= depth ))
  case $path_ in
${cases.join('\n')}
  esac
}
if [[ \${funcstack[1]} == _newsmill ]]; then _newsmill "$@"; else compdef _newsmill newsmill; fi
`;
}
