import {
  hiddenFlags,
  topicLabel,
  type ArticleDocument,
  type Completion,
  type CompletionKind,
  type CompletionRequest,
} from '@newsmill/contracts';
import { foldWord, indexedWord, indexWords, isUnspaced, ownPiece, pieces } from './index-tokens.ts';

/** Shorter and longer ones are no words that somebody looks for. */
const [shortest, longest] = [2, 40];
/** Nobody types more of a name, and no keyword of an index may be longer. */
const longestName = 200;

/** Parts an entry: letters and digits alone stand in its key. */
const sign = '\t';

/** The key by which a text is completed: its words as the index folds them. */
export function completionKey(text: string): string {
  return (foldWord(text).match(pieces) ?? []).join(' ');
}

/** Entries that are looked at for each completion that is shown: a name has one for each of its words. */
export const entriesEach = 4;

/** The completions that entries tell of, which come with their articles, the most frequent first. */
export function completionsOf(
  entries: readonly (readonly [entry: string, articles: number])[],
  { kinds, limit }: CompletionRequest,
): readonly Completion[] {
  const found = new Map<string, Completion>();
  for (const [entry, articles] of entries) {
    const [key = '', name = '', text = key] = entry.split(sign);
    const kind = kinds.find((one) => one === name);
    if (kind !== undefined && !found.has(`${kind} ${text}`))
      found.set(`${kind} ${text}`, { kind, text, articles });
  }
  return [...found.values()].slice(0, limit);
}

/**
 * What an article gives to completions: the words of its title and summary, and the names that it mentions, by
 * each word that they have. Entries begin with the key by which they are found (`moss`, tab, `person`, tab,
 * `Ada Moss`), so an index has those of a prefix side by side. None of an article that searches hide.
 */
export function completionEntries(document: ArticleDocument): ReadonlySet<string> {
  if (document.flags.some((flag) => hiddenFlags.some((hidden) => hidden === flag))) return new Set();
  const { title, summary = '', people = [], organisations = [], places = [], sourceName = '' } = document;
  const { topics = [], subtopics = [] } = document;
  const names = { person: people, organisation: organisations, place: places, source: [sourceName] };
  const entries = new Set<string>();
  for (const piece of `${title} ${summary}`.match(pieces) ?? []) {
    if (!isWord(piece)) continue;
    const [key, text] = [foldWord(piece), shown(piece)];
    entries.add(text === key ? `${key}${sign}word` : `${key}${sign}word${sign}${text}`);
  }
  for (const kind of ['person', 'organisation', 'place', 'source'] as const)
    for (const name of names[kind]) for (const entry of nameEntries(name, kind, name)) entries.add(entry);
  for (const [kind, codes] of [
    ['topic', topics],
    ['subtopic', subtopics],
  ] as const)
    for (const code of codes)
      for (const entry of nameEntries(topicLabel(code), kind, code)) entries.add(entry);
  return entries;
}

function nameEntries(name: string, kind: CompletionKind, text: string): string[] {
  if (text.length > longestName || text.includes(sign)) return [];
  const words = completionKey(name).split(' ');
  return words.flatMap((word, i) =>
    word === '' ? [] : [`${words.slice(i).join(' ')}${sign}${kind}${sign}${text}`],
  );
}

/** In small letters, as a query may have it. */
function shown(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

/** Whether a piece of a text is a word that may be misspelt: in letters, of a script with spaces. */
function isWord(piece: string): boolean {
  return (
    piece.length >= shortest &&
    piece.length <= longest &&
    !isUnspaced(piece) &&
    /^[\p{L}\p{M}]+$/u.test(piece)
  );
}

/**
 * The words of an article, as the index folds them, each once. `passed`: words in some spelling that are left
 * out; those that are met are put in.
 */
export function foldedWords(
  { title, summary = '', content }: ArticleDocument,
  passed = new Set<string>(),
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const piece of indexWords(`${title} ${summary} ${content}`)) {
    if (passed.has(piece)) continue;
    passed.add(ownPiece(piece));
    if (isWord(piece)) words.add(indexedWord(piece));
  }
  return words;
}

/** A word of a query as the index folds it; undefined where it is none that may be misspelt. */
export function spelledWord(text: string): string | undefined {
  return isWord(text) ? indexedWord(text) : undefined;
}
