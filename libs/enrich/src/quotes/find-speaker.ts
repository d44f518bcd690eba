import type { KnownNames } from './known-names.ts';
import { nameRuns, type NameRun } from './name-runs.ts';
import type { NamedSpeakers } from './named-speaker.ts';
import type { SpeechWords } from './speech-words.ts';

/** Who a piece of text beside a quote says is speaking. */
export type Attribution =
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** A pronoun or the minister: the person spoken of last. */
  | { readonly kind: 'last'; readonly at: number; readonly role?: string; readonly pronoun?: string }
  /** Somebody without a name. */
  | { readonly kind: 'nobody'; readonly at: number };

export interface SpeakerContext {
  readonly text: string;
  readonly words: SpeechWords;
  readonly known: KnownNames;
  readonly named?: NamedSpeakers | undefined;
}

interface Word {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
/** A verb farther from the quote than this reports something else. */
const farthestVerb = 16;

/** a-t-elle, dit-il: pronouns behind a hyphen are words of their own. */
const withPronoun = /^(\p{L}+)-(?:t-)?(il|elle|on|ils|elles)$/u;

function wordsIn(piece: string, offset: number): Word[] {
  const words: Word[] = [];
  for (const match of piece.matchAll(wordPattern)) {
    const plain = match[0].toLowerCase();
    const start = match.index + offset;
    const end = start + match[0].length;
    const parts = plain.includes('-') ? withPronoun.exec(plain) : null;
    if (parts === null) words.push({ plain, start, end });
    else {
      const [verb = '', pronoun = ''] = parts.slice(1);
      words.push(
        { plain: verb, start, end: start + verb.length },
        { plain: pronoun, start: end - pronoun.length, end },
      );
    }
  }
  return words;
}

const isVerb = (word: Word | undefined, { verbs }: SpeechWords) =>
  word !== undefined && verbs.has(word.plain);

function accepted(
  run: NameRun | undefined,
  beside: number,
  context: SpeakerContext,
): Attribution | undefined {
  if (run === undefined) return undefined;
  const { known, words } = context;
  const isKnown = run.words >= 2 || known.knows(run.name);
  if (
    !isKnown &&
    (Math.min(Math.abs(run.start - beside), Math.abs(run.end - beside)) > 2 ||
      words.others.has(run.name.toLowerCase()))
  )
    return undefined;
  return { kind: 'name', name: known.resolve(run.name, run.start), at: run.start };
}

/** The names of a piece of text that may be those of who speaks: no places, and no single words that name nobody. */
function speakersIn(piece: string, offset: number, { words, named, known }: SpeakerContext): NameRun[] {
  const runs = nameRuns(piece, offset, words);
  return named === undefined
    ? runs
    : runs.filter(({ name, start, words: count }) =>
        count > 1 ? !named.isPlace(name) : named.speakerIn(known.resolve(name, start)) !== undefined,
      );
}

const proDrop: ReadonlySet<string> = new Set(['es', 'it', 'pt']);

/** Words between a verb and its subject: said BA director of commercial planning, Robert Boyle. */
const farthestSubject = 6;

/**
 * The first name behind a verb; of an employer and a person the person: said AOL chief executive Jonathan
 * Miller.
 */
function personOf(
  runs: readonly NameRun[],
  following: readonly Word[],
  { text }: SpeakerContext,
): NameRun | undefined {
  const [first, second] = runs;
  if (first === undefined) return undefined;
  // Said the head of Northern Works, Mark Thiel: the name behind the comma is the person's.
  const words = following.filter(({ end }) => end <= first.start).length;
  if (first.words >= 2)
    return second !== undefined &&
      second.words >= 2 &&
      words >= 2 &&
      /^\s*,\s*$/u.test(text.slice(first.end, second.start))
      ? second
      : first;
  const isClosed = /^\s*(?:[,.;:]|$)/u.test(text.slice(first.end, first.end + 2));
  const limit = following[farthestSubject + 2]?.start ?? Infinity;
  const person = isClosed
    ? undefined
    : runs.find(
        (run) => run.words >= 2 && run.start < limit && !/[,;].*[,;]/u.test(text.slice(first.end, run.start)),
      );
  if (person !== undefined) return person;
  // Said a Google spokesperson: a name in front of a noun is not the subject, unless it follows the verb at
  // once.
  const isFirst = following[0]?.start === first.start;
  return isFirst ||
    isClosed ||
    (following.findIndex(({ start }) => start === first.start) <= 1 &&
      !/^\s\p{Ll}/u.test(text.slice(first.end, first.end + 2)))
    ? first
    : undefined;
}

const indefinite: ReadonlySet<string> = new Set('a an un une ein eine una uno um uma een één'.split(' '));
/** Whether a word is an indefinite article of the language: Spanish a and German um are none. */
const isIndefinite = (plain: string, language: string): boolean =>
  indefinite.has(plain) && (plain !== 'a' || language === 'en') && (plain !== 'um' || language === 'pt');
const ofWords: ReadonlySet<string> = new Set(
  'of for to de d du des von vom di del della dei do da dos van'.split(' '),
);
/** In front of those who are spoken to. */
const toWords: ReadonlySet<string> = new Set('to a à al au ao an zu gegenüber tegen aan'.split(' '));
/** Words between an indefinite article and the name that its noun is with: a close adviser to Ann Lee. */
const longestNobody = 5;

/** Those who speak for the one named: their words are the speaker's. */
const voices = /^(?:spokes|sprecher|porte-parole|portavo|porta-voz|woordvoerder)/u;

/** A German noun and the name behind it, which its capital makes one run: Freund von Anna Lindt. */
const germanNoun = /^\p{Lu}\p{Ll}+ vo[nm] /u;

/** Whether somebody without a name speaks, who is with the one named: un proche de Pierre Moscovici. */
function isWithName({ name }: NameRun, before: readonly Word[], language: string): boolean {
  const isNoun = language === 'de' && germanNoun.test(name);
  if (!isNoun && !ofWords.has(before.at(-1)?.plain ?? '')) return false;
  if (before.some(({ plain }) => voices.test(plain)) || voices.test(name.toLowerCase())) return false;
  const at = before.findLastIndex(({ plain }) => isIndefinite(plain, language));
  const between = before.length - at - 1;
  return at >= 0 && between < longestNobody && (isNoun ? between <= 1 : between >= 2);
}

/** The subject behind a verb: said engineer Sunil Perera; fügte sie hinzu; said the mayor, Anna Lindt. */
function subjectBehind(verb: Word, segment: string, offset: number, context: SpeakerContext): Attribution {
  const { words } = context;
  const rest = segment.slice(verb.end - offset);
  const comma = /[,;:]/u.exec(rest)?.index ?? rest.length;
  const following = wordsIn(rest, verb.end);
  const run = personOf(speakersIn(rest, verb.end, context), following, context);
  const [first, second] = following;
  if (first !== undefined && words.pronouns.has(first.plain))
    return { kind: 'last', at: first.start, pronoun: first.plain };
  if (
    run !== undefined &&
    isWithName(
      run,
      following.filter(({ end }) => end <= run.start),
      words.language,
    )
  )
    return { kind: 'nobody', at: verb.start };
  const before = run === undefined ? Infinity : following.findIndex(({ start }) => start >= run.start);
  // Espetó el ingeniero a Marta Ruiz: whom it was said to.
  if (before > 1 && toWords.has(following[before - 1]?.plain ?? ''))
    return { kind: 'nobody', at: verb.start };
  const isNear =
    run !== undefined &&
    before <= farthestSubject &&
    (run.start - verb.end <= comma || before <= farthestSubject);
  // Declarou o Greenpeace; in German every noun has a capital: sagte eine Frau.
  const isArticleOnly = before === 1 && words.language !== 'de' && words.articles.has(first?.plain ?? '');
  const name = isNear
    ? accepted(run, before === 0 || isArticleOnly ? (run?.start ?? 0) : verb.end, context)
    : undefined;
  if (name !== undefined) return name;
  if (
    first !== undefined &&
    second !== undefined &&
    words.articles.has(first.plain) &&
    words.roles.has(second.plain)
  )
    return { kind: 'last', at: first.start, role: second.plain };
  // Añadió: the verb alone names the person spoken of.
  return { kind: first === undefined && proDrop.has(words.language) ? 'last' : 'nobody', at: verb.start };
}

/** A short name is a subject where a comma or the verb follows; in Delta subsidiary it is not. */
function endsSubject(run: NameRun, verb: Word, { text, words }: SpeakerContext): boolean {
  const next = /^\s*([,(:]|\p{L}+)?/u.exec(text.slice(run.end, verb.end))?.[1]?.toLowerCase() ?? '';
  return next === '' || /[,(:]/u.test(next) || words.verbs.has(next) || words.auxiliaries.has(next);
}

/** Whether somebody without a name does what a verb says: heard an officer yell, when a young reporter asked. */
function isSomebody(
  list: readonly Word[],
  verb: Word,
  runs: readonly NameRun[],
  { text, words: { language } }: SpeakerContext,
): boolean {
  const at = list.findLastIndex(({ plain }) => isIndefinite(plain, language));
  const article = list[at];
  const nouns = list.length - at - 1;
  return (
    article !== undefined &&
    (nouns === 1 || nouns === 2) &&
    !/[,;:]/u.test(text.slice(article.start - 2, verb.start)) &&
    !runs.some(({ start }) => start > article.start)
  );
}

/** Who has the office in front of the name: Director of the Trust, Jonathan Douglas, said. */
function apposedIn(
  [first, second]: readonly NameRun[],
  list: readonly Word[],
  { text, words }: SpeakerContext,
): NameRun | undefined {
  if (first === undefined || second === undefined || second.words < 2) return undefined;
  if (!/^\s*,\s*$/u.test(text.slice(first.end, second.start))) return undefined;
  const before = list.filter(({ end, plain }) => end <= first.start && !words.articles.has(plain));
  return ofWords.has(before.at(-1)?.plain ?? '') ? second : undefined;
}

/** The subject in front of a verb: Tom Reyes, who runs the harbour office, told. */
function subjectBefore(
  verb: Word,
  segment: string,
  offset: number,
  context: SpeakerContext,
): Attribution | undefined {
  const { words } = context;
  const front = segment.slice(0, verb.start - offset);
  const list = wordsIn(front, offset);
  const runs = speakersIn(front, offset, context).filter(
    (run) => !run.isPossessive && (run.words >= 2 || endsSubject(run, verb, context)),
  );
  const full = runs.filter((run) => run.words >= 2 || context.known.knows(run.name));
  const beside = full.find((run) => /^\s*(?:\p{L}+\s+)?$/u.test(context.text.slice(run.end, verb.start)));
  const opens = (run: NameRun | undefined) =>
    run !== undefined &&
    list.filter(({ end }) => end <= run.start).length <= 3 &&
    !/[,]/u.test(front.slice(0, run.start - offset).trim());
  if (isSomebody(list, verb, runs, context)) return { kind: 'nobody', at: verb.start };
  const preceding = list.slice(-3);
  const pronoun = preceding.find(
    ({ plain, start }) => words.pronouns.has(plain) && !full.some((run) => run.start > start),
  );
  if (pronoun !== undefined)
    return { kind: 'last', at: preceding[0]?.start ?? verb.start, pronoun: pronoun.plain };
  const chosen = beside ?? apposedIn(full, list, context) ?? (opens(full[0]) ? full[0] : full.at(-1));
  if (
    chosen !== undefined &&
    isWithName(
      chosen,
      list.filter(({ end }) => end <= chosen.start),
      words.language,
    )
  )
    return { kind: 'nobody', at: verb.start };
  const name = accepted(chosen ?? runs.at(-1), verb.start, context);
  if (name !== undefined) return name;
  const [article, role] = list.slice(-2);
  return article !== undefined &&
    role !== undefined &&
    words.articles.has(article.plain) &&
    words.roles.has(role.plain)
    ? { kind: 'last', at: article.start, role: role.plain }
    : undefined;
}

/** According to Ewa Nowak, selon le ministre Luc Garnier. */
function byPreposition(segment: string, offset: number, context: SpeakerContext): Attribution | undefined {
  const plain = segment.toLowerCase().replace(/['’]/gu, ' ');
  for (const phrase of context.words.accordingTo) {
    const at = plain.indexOf(`${phrase} `);
    if (
      at < 0 ||
      /\p{L}/u.test(plain[at - 1] ?? ' ') ||
      plain
        .slice(0, at)
        .trim()
        .replace(/^[,.–—-]\s*/u, '').length > 3
    )
      continue;
    const from = at + phrase.length;
    const runs = speakersIn(segment.slice(from), offset + from, context);
    const run = runs.find((each) => each.words >= 2 || context.known.knows(each.name)) ?? runs[0];
    const name =
      run !== undefined && run.start - offset - from < 60
        ? accepted(run, offset + from + 1, context)
        : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A comma, a word that no table knows, a full name: “I will not sell”, repeats Otto Brand. */
function byPlace(
  list: readonly Word[],
  segment: string,
  offset: number,
  context: SpeakerContext,
): Attribution | undefined {
  const [verb] = list;
  if (
    verb === undefined ||
    !/^\s*[,—–-]\s*(?:[—–-]\s*)?\p{Ll}/u.test(segment) ||
    verb.plain.length < 4 ||
    context.words.others.has(verb.plain) ||
    list.slice(1, 4).some((word) => isVerb(word, context.words))
  )
    return undefined;
  const run = speakersIn(segment, offset, context).find((each) => each.words >= 2);
  const before = list.findIndex(({ start }) => start >= (run?.start ?? Infinity));
  const isApposition =
    run !== undefined && !/[,;:]/u.test(segment.slice(verb.start - offset, run.start - offset));
  return run !== undefined && before >= 1 && before <= 3 && isApposition
    ? accepted(run, run.start, context)
    : undefined;
}

/** Reads what stands behind a quote, up to the end of the sentence. */
export function speakerBehind(
  segment: string,
  offset: number,
  context: SpeakerContext,
): Attribution | undefined {
  const { words } = context;
  const list = wordsIn(segment, offset).slice(0, farthestVerb);
  let index = 0;
  while (
    index < 3 &&
    (words.auxiliaries.has(list[index]?.plain ?? '') ||
      (index > 0 && words.pronouns.has(list[index]?.plain ?? '')))
  )
    index += 1;
  const verb = list[index];
  if (verb !== undefined && isVerb(verb, words)) {
    const between = list.slice(0, index).find(({ plain }) => words.pronouns.has(plain));
    return between === undefined
      ? subjectBehind(verb, segment, offset, context)
      : { kind: 'last', at: between.start, pronoun: between.plain };
  }
  const preposition = byPreposition(segment, offset, context) ?? byPlace(list, segment, offset, context);
  if (preposition !== undefined) return preposition;
  const later = list.find((word) => isVerb(word, words));
  if (later === undefined) return undefined;
  return (
    subjectBefore(later, segment, offset, context) ??
    (list.indexOf(later) <= 5 ? { kind: 'nobody', at: later.start } : undefined)
  );
}

/** Reads what stands in front of a quote, from the beginning of the sentence. */
export function speakerBefore(
  segment: string,
  offset: number,
  context: SpeakerContext,
): Attribution | undefined {
  const { words } = context;
  const preposition = byPreposition(segment, offset, context);
  if (preposition !== undefined) return preposition;
  const verb = wordsIn(segment, offset).findLast((word) => isVerb(word, words));
  if (verb !== undefined) {
    const subject = subjectBefore(verb, segment, offset, context);
    if (subject !== undefined) return subject;
    return subjectBehind(verb, segment, offset, context);
  }
  // Lund was more careful: “…”
  if (!/:\s*$/u.test(segment)) return undefined;
  const [run] = speakersIn(segment, offset, context);
  return run !== undefined && context.known.knows(run.name) ? accepted(run, run.start, context) : undefined;
}
